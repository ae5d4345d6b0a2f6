// Waits until nothing else burns a core: a terminated worker's thread lives on for a while.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { Work } from './work.ts';

/** Resolves when times can be trusted; says so meanwhile. */
export async function settle(
  runs: RunsStore,
  client: Pick<EngineClient, 'quietAt'>,
  work: Work,
): Promise<void> {
  const waitMs = client.quietAt() - performance.now();
  if (waitMs <= 0) return;
  runs.setState({ activity: { kind: 'settling' } });
  await work.wait(waitMs);
}
