// The first draws of queries whose parameters take values from the data: the engine is asked once it
// has the data and nothing else to do. What they are for stands in planning.ts.
import type { EngineClient } from '../../../client/engine-client.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { Playground, Query } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { Bindings } from '../../../engine/model/values.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { sizesBasis } from '../../selectors/basis.ts';
import type { Notice, UiStore } from '../../ui-store.ts';
import type { Notices } from '../notices.ts';
import { whenIdle } from '../work/activity.ts';
import { latestOnly } from '../work/latest-only.ts';
import { isFresh } from './planning-requests.ts';

/** A SELECT that takes longer is not asked again: the engine is started anew and restores its data. */
const limitMs: Milliseconds = 3000;

export interface FirstDraws {
  /** By query id, as far as they are known for the data that is loaded. */
  known(): Record<string, Bindings>;
  /** Asks for those that are not; `onDrawn` is called when some have come. */
  ask(): void;
}

export interface FirstDrawsDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  client: Pick<EngineClient, 'engine'>;
  notices: Pick<Notices, 'show'>;
}

export function createFirstDraws(
  { document, runs, ui, client, notices }: FirstDrawsDependencies,
  onDrawn: () => void,
): FirstDraws {
  /** By what they depend on; null for those that cannot be had. */
  const drawn = new Map<string, Bindings | null>();
  /** Of which data. */
  let basis = '';

  function open(): { key: string; query: Query }[] {
    const { playground } = document.store.getState();
    const { database } = runs.getState();
    if (!isFresh(playground, database)) return [];
    // None of a link's statements runs before a click on something of the link's; the data that is
    // loaded may be the same as its own, and may be loaded anew by itself.
    const { visited } = ui.getState();
    if (visited !== null && database.askedWith !== visited) return [];
    // Which rows a SELECT without ORDER BY gives first depends on the indexes too.
    const current = sizesBasis(database);
    if (basis !== current) drawn.clear();
    basis = current;
    return fromData(playground);
  }

  const ask = latestOnly(async () => {
    if (!open().some(({ key }) => !drawn.has(key))) return;
    await whenIdle(runs);
    const missing = open().filter(({ key }) => !drawn.has(key));
    if (missing.length === 0) return;
    const askedOf = basis;
    const { seed } = document.store.getState().playground.recipe;
    let draws: Record<string, Bindings> = {};
    try {
      const queries = missing.map(({ query }) => query);
      ({ draws } = await client.engine.call(
        'firstDraws',
        { queries, seed },
        { timeoutMs: limitMs },
      ));
    } catch (thrown) {
      // The engine was started again for another's sake, or restores its data: the question is
      // still open.
      const { code } = toEngineError(thrown);
      if (['stopped', 'no-database'].includes(code)) return;
      if (code === 'time-limit') notices.show(tooLong(missing.map(({ query }) => query.name)));
    }
    if (basis !== askedOf) return ask();
    for (const { key, query } of missing) {
      drawn.set(key, Object.hasOwn(draws, query.id) ? (draws[query.id] ?? null) : null);
    }
    if (Object.keys(draws).length > 0) onDrawn();
  });

  return {
    known: () =>
      Object.fromEntries(
        open().flatMap(({ key, query }) => {
          const draw = drawn.get(key);
          return draw ? [[query.id, draw]] : [];
        }),
      ),
    ask,
  };
}

function tooLong(names: readonly string[]): Omit<Notice, 'id'> {
  return {
    tone: 'warning',
    text: `A SELECT that gives values to a parameter of ${formatList(names)} was ended after ${limitMs / 1000} s: the engine starts again and restores the data.`,
    details: [],
    action: null,
  };
}

function fromData({ queries, recipe }: Playground): { key: string; query: Query }[] {
  return queries.map(withParameters).flatMap((query) => {
    const { sql, parameters } = query;
    if (parameters.every(({ generator }) => generator.kind !== 'query')) return [];
    return { key: JSON.stringify([recipe.seed, sql, parameters]), query };
  });
}
