// One line per operation of the engine worker, over one session.
import type { Platform } from '../../engine/model/platform.ts';
import { createEngineSession } from '../../engine/session/engine-session.ts';
import type { Driver } from '../../engine/sqlite/driver.ts';
import type { ImageStore } from '../../storage/images/image-store.ts';
import type { EngineOperations } from '../protocol.ts';
import type { Handlers } from '../serve.ts';

/** The engine worker's handlers; they share one database. `images`: null where none are kept. */
export function engineHandlers(
  driver: Driver,
  platform: Platform,
  images: ImageStore | null = null,
): Handlers<EngineOperations> {
  const session = createEngineSession(driver, platform, images);
  return {
    ensureDatabase: ({ file, ...request }, report) =>
      session.ensureKeptDatabase(request, report, file && (() => file.arrayBuffer())),
    contentHash: (_, report) => ({ hash: session.contentHash((fraction) => report({ fraction })) }),
    runQuery: (request) => session.runQuery(request),
    readRows: (request) => session.readRows(request),
    openComparison: (request) => session.openComparison(request),
    firstRun: ({ comparisonId, queryId, setupId }) =>
      session.comparison(comparisonId).firstRun(queryId, setupId),
    measureRound: ({ comparisonId, queryId, discardLast }) =>
      session.comparison(comparisonId).measureRound(queryId, { discardLast }),
    resumeQuery: ({ comparisonId, queryId, earlier, moreMs }) => {
      session.comparison(comparisonId).resumeQuery(queryId, earlier, moreMs);
      return {};
    },
    measureParts: ({ comparisonId, queryId }) =>
      session.comparison(comparisonId).measureParts(queryId),
    differingRows: ({ comparisonId, queryId, setupId }) =>
      session.comparison(comparisonId).differingRows(queryId, setupId),
    exportImage: () => ({ image: session.exportImage() }),
    firstDraws: ({ queries, seed }) => ({ draws: session.firstDraws(queries, seed) }),
    countLoops: (request) => session.countLoops(request),
    storageSizes: () => ({ sizes: session.storageSizes() }),
    openWrites: ({ earlier, ...request }, report) =>
      session.writes.open(request, (fraction) => report({ fraction }), earlier),
    measureWrite: (request) => session.writes.measure(request),
    closeWrites: ({ writesId }) => {
      session.writes.close(writesId);
      return {};
    },
    tryConstraints: (request, report) =>
      session.tryConstraints(request, (fraction) => report({ fraction })),
  };
}
