// How calls of counting functions are written into a statement.
import type { QueryScope } from '../../../sql/scopes/query-scope.ts';
import type { TapCall, TapSite } from './tap-sites.ts';
import type { TextEdit } from './text-edits.ts';

/** A call of a counting function for one source. */
export interface Tap {
  site: TapSite;
  call: TapCall;
  /** The function's name. */
  name: string;
  /**
   * A value of a source that an outer loop reads. Named in the call, it keeps SQLite from filtering
   * with the function in advance, where it builds an automatic index or a Bloom filter.
   */
  companion: string | null;
}

/** What must be put into the statement so that it calls the functions, all of which return 1. */
export function tapEdits(scopes: readonly QueryScope[], taps: readonly Tap[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [position, scope] of scopes.entries()) {
    for (const source of scope.sources) {
      const calls = taps.filter(({ call }) => call.place === source);
      if (source.on && calls.length > 0) edits.push(...inFrontOf(source.on, calls));
    }
    const calls = taps.filter(
      ({ site, call }) => site.scope === position && call.place === 'where',
    );
    if (calls.length === 0 || scope.whereAt === null) continue;
    if (scope.where) edits.push(...inFrontOf(scope.where, calls));
    else edits.push(insertion(scope.whereAt, ` WHERE ${callsText(calls)} `));
  }
  return edits;
}

function inFrontOf({ start, end }: { start: number; end: number }, taps: readonly Tap[]) {
  return [insertion(start, ` ${callsText(taps)} AND (`), insertion(end, ')')];
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

// likelihood(x, 1.0) is x; it tells the planner that the condition holds for all rows, so that no
// estimate changes (https://www.sqlite.org/lang_corefunc.html#likelihood).
function callsText(taps: readonly Tap[]): string {
  return taps
    .map(({ name, call, companion }) => {
      const values = companion === null ? call.value : `${call.value}, ${companion}`;
      return `likelihood(${name}(${values}), 1.0)`;
    })
    .join(' AND ');
}
