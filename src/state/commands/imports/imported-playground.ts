// The playground that an imported file becomes. Pure.
import type { Index, Playground, Setup } from '../../../engine/model/playground.ts';
import type { ImportOutcome } from '../../../engine/model/transfer/import.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import { playgroundLimits } from '../../../share/playground-schema.ts';

/** Of the indexes that were left out. */
const namedIndexes = 5;

/** A file name that a playground holds. */
const maxNameLength = 255;

/** A playground of its own: the file's indexes are switches, on in the one setup. */
export function newPlayground({
  imported,
  schemaSql,
  indexes,
  hasStatistics,
}: ImportOutcome): Playground {
  const [baseline] = emptyPlayground.setups;
  return {
    ...emptyPlayground,
    title: imported.fileName.replace(/\.[^.]*$/, '') || imported.fileName,
    schemaSql,
    imported,
    recipe: { ...emptyPlayground.recipe, rows: {} },
    queries: [],
    indexes,
    setups: baseline
      ? [
          {
            ...baseline,
            name: 'as in the file',
            indexes: indexes.map(({ name }) => name),
            hasStatistics,
          },
        ]
      : [],
  };
}

/**
 * The playground over other data: queries stay; setups keep the indexes that are still there, and
 * get those that are new. Indexes that the file lacks stay as switches, as far as there is room:
 * `warnings` tells of the others.
 */
export function withData(
  playground: Playground,
  outcome: ImportOutcome,
): { playground: Playground; warnings: string[] } {
  const { imported, schemaSql, indexes, hasStatistics } = outcome;
  const find = (list: readonly Index[], name: string) =>
    list.find((index) => isSameName(index.name, name));
  const lacking = playground.indexes.filter(({ name }) => !find(indexes, name));
  const own = lacking.slice(0, Math.max(0, playgroundLimits.indexes - indexes.length));
  const dropped = lacking.slice(own.length);
  const added = indexes.filter(({ name }) => !find(playground.indexes, name));
  const kept = (setup: Setup): Setup => ({
    ...setup,
    // The same index may be written in other letters in the file.
    indexes: [
      ...setup.indexes
        .filter((name) => !find(dropped, name))
        .map((name) => find(indexes, name)?.name ?? name),
      ...added.map(({ name }) => name),
    ],
    hasStatistics: setup.hasStatistics || (hasStatistics && playground.imported === undefined),
  });
  const next = {
    ...playground,
    schemaSql,
    imported,
    recipe: { ...playground.recipe, rows: {} },
    indexes: [...indexes, ...own],
    setups: playground.setups.map(kept),
  };
  return { playground: next, warnings: droppedWords(dropped) };
}

function droppedWords(dropped: readonly Index[]): string[] {
  if (dropped.length === 0) return [];
  const named = dropped.slice(0, namedIndexes).map(({ name }) => name);
  const names = dropped.length > named.length ? [...named, '…'].join(', ') : formatList(named);
  return [
    `Left out: ${formatCountOf(dropped.length, 'index', 'indexes')} of this playground that the file lacks (${names}). A playground has at most ${formatCount(playgroundLimits.indexes)}.`,
  ];
}

/** Rows of a file were added to what a playground had: the data is named after both. */
export function withRowsFrom(
  { imported, title }: Playground,
  outcome: ImportOutcome,
): ImportOutcome {
  const before = imported?.fileName ?? title;
  const { fileName } = outcome.imported;
  const both = before === '' ? fileName : `${before} + ${fileName}`;
  return { ...outcome, imported: { ...outcome.imported, fileName: both.slice(-maxNameLength) } };
}

/** The playground with rows made by a recipe, as many as the file has, in place of the file's. */
export function withGeneratedData(playground: Playground, maxRows: number): Playground {
  const { imported, ...rest } = playground;
  if (!imported) return playground;
  const rows = Object.fromEntries(
    imported.tables.map(({ name, rows: count }) => [name, Math.min(count, maxRows)]),
  );
  return { ...rest, recipe: { ...rest.recipe, rows } };
}
