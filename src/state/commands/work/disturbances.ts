// Notices what makes a round worthless: the page was hidden, or another worker shared the machine.
// Knows no comparison; who measures decides what becomes of the round.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { DiscardReason } from '../../../engine/model/comparison/comparison.ts';
import type { Work } from './work.ts';

/** Whether the page can be seen: browsers slow down what cannot. */
export interface PageVisibility {
  isHidden(): boolean;
  /** Calls back at every change; gives a function that ends it. */
  subscribe(onChange: () => void): () => void;
}

export const alwaysVisible: PageVisibility = { isHidden: () => false, subscribe: () => () => {} };

export interface Disturbances {
  /** Measures a round in this worker and says what disturbed it, null when nothing did. */
  watch<Result>(
    measuring: unknown,
    measure: () => Promise<Result>,
  ): Promise<{ result: Result; disturbance: DiscardReason | null }>;
  /** Waits while the page is hidden; `onHidden` is called when there is something to wait for. */
  whenVisible(work: Work, onHidden: () => void): Promise<void>;
}

export function createDisturbances(
  visibility: PageVisibility,
  client: Pick<EngineClient, 'besides'>,
): Disturbances {
  return {
    async watch(measuring, measure) {
      let wasHidden = visibility.isHidden();
      const unsubscribe = visibility.subscribe(() => {
        wasHidden ||= visibility.isHidden();
      });
      const before = client.besides(measuring);
      try {
        const result = await measure();
        const isAlone = before.isIdle && client.besides(measuring).calls === before.calls;
        return { result, disturbance: wasHidden ? 'hidden' : isAlone ? null : 'overlapped' };
      } finally {
        unsubscribe();
      }
    },
    async whenVisible(work, onHidden) {
      if (!visibility.isHidden()) return;
      onHidden();
      await work.waitFor((done) =>
        visibility.subscribe(() => {
          if (!visibility.isHidden()) done();
        }),
      );
    },
  };
}
