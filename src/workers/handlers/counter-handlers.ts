// One line per operation of the counter worker, over one session.
import { createCounterSession } from '../../engine/counters/counter-session.ts';
import type { Platform } from '../../engine/model/platform.ts';
import type { InstrumentedDriver } from '../../engine/sqlite/instruments.ts';
import type { CounterOperations } from '../protocol.ts';
import type { Handlers } from '../serve.ts';

/** The counter worker's handlers; they share one copy of the database. */
export function counterHandlers(
  driver: InstrumentedDriver,
  platform: Platform,
): Handlers<CounterOperations> {
  const session = createCounterSession(driver, platform);
  return {
    loadImage: ({ image }) => session.loadImage(new Uint8Array(image)),
    count: (request) => session.count(request),
    countWrites: (request, report) =>
      session.countWrites(request, (fraction) => report({ fraction })),
    readStorage: () => session.readStorage(),
    tryStorage: ({ pageSizeBytes }) => session.tryStorage(pageSizeBytes),
  };
}
