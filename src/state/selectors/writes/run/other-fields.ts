// That a run was measured with other fields than stand in the form now, and what would be measured
// instead. Pure; that the playground has changed is another matter, said as stale.

import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import type { WriteStart } from '../../../../engine/model/writes/writes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { WritesExperiment } from '../../../writes-store.ts';

/** What a field says, in words, and what makes it another one. */
interface FieldWords {
  text: string;
  /** Compared; the text where it says all. */
  key?: string;
  /** In the place of the text where that is the same of both: '2 others'. */
  other?: string;
}

/**
 * 'Measured with other fields: products, 10,000 rows. Run writes measures orders, 1,000 rows.': only
 * the fields that differ. Null where none does, and where the fields give no run. Time is left out:
 * a run may have got more by going on.
 */
export function otherFields(
  measured: WritesExperiment,
  now: WritesExperiment | null,
  /** The button that measures again: 'Run writes'. */
  again: string,
): string | null {
  if (!now) return null;
  const [before, after] = [fieldsOf(measured), fieldsOf(now)];
  const differing = Object.keys({ ...before, ...after }).filter(
    (field) => keyOf(before[field]) !== keyOf(after[field]),
  );
  if (differing.length === 0) return null;
  const told = differing.includes('operation')
    ? differing.filter((field) => !ofOperation.has(field))
    : differing;
  const old = told.flatMap((field) => before[field]?.text ?? []);
  const next = told.flatMap((field) => {
    const { text, other = text } = after[field] ?? {};
    return (text === before[field]?.text ? other : text) ?? [];
  });
  return `Measured with other fields: ${old.join(', ')}. ${again} measures ${next.join(', ')}.`;
}

/** What another operation brings with it: that it is another one says enough. */
const ofOperation: ReadonlySet<string> = new Set(['start', 'update', 'techniques', 'baseline']);

function keyOf(field: FieldWords | undefined): string | undefined {
  return field && (field.key ?? field.text);
}

const operationWords: Record<WriteOperation, string> = {
  insert: 'inserts',
  update: 'updates',
  delete: 'deletes',
};

const startWords: Record<WriteStart, string> = {
  empty: 'into an empty table',
  'as-is': 'the table as it is',
  alone: 'without rows that refer to it',
};

/** In the order in which they are said. */
function fieldsOf({ request, setups }: WritesExperiment): Record<string, FieldWords> {
  const { table, rows, start, update } = request;
  const shared = {
    table: { text: table },
    rows: { text: formatCountOf(rows, 'row') },
    start: { text: startWords[start] },
    ...(update && { update: { text: `${update.column} = ${update.expression}` } }),
  };
  const letters = setups.map(({ letter }) => letter);
  const measured = {
    setups: {
      text: `${setups.length === 1 ? 'setup' : 'setups'} ${formatList(letters)}`,
      key: JSON.stringify(setups.map(({ id }) => id)),
    },
  };
  switch (request.kind) {
    case 'techniques':
      return {
        operation: { text: operationWords[request.operation] },
        ...shared,
        techniques: {
          text: formatCountOf(request.techniques.length, 'technique'),
          key: JSON.stringify(request.techniques),
          other:
            request.techniques.length === 1 ? 'another' : `${request.techniques.length} others`,
        },
        baseline: { text: `the baseline ${factsOf(request.baseline).name}` },
        batchSize: { text: `${formatCountOf(request.batchSize, 'row')} a statement` },
        ...measured,
      };
    case 'batch-sizes':
      return {
        operation: { text: operationWords[factsOf(request.technique).operation] },
        ...shared,
        ...measured,
      };
    case 'index-price':
      return {
        operations: { text: formatList(request.operations.map((each) => operationWords[each])) },
        ...shared,
      };
    case 'constraints':
      return shared;
  }
}
