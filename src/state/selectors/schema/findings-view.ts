// The schema's findings as the setups stand: what no setup makes true is left out.
// Pure; the findings themselves come from the planner.
import type {
  SchemaFinding,
  SchemaFindingKind,
} from '../../../engine/model/database/schema-finding.ts';
import {
  type Index,
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import { formatList } from '../../../lib/format/format-list.ts';

export interface FindingView {
  /** The same as long as the finding is. */
  id: string;
  kind: SchemaFindingKind;
  message: string;
  reason: string;
  /** Name of the index that finds nothing new. */
  repeatedIndex?: string;
  /** The index that would mend it. */
  index: Index | null;
}

/** In the planner's order: what an index mends first. */
export function findingsView(
  findings: readonly SchemaFinding[],
  playground: Pick<Playground, 'setups' | 'indexes'>,
): FindingView[] {
  return findings.flatMap((finding) => {
    const { kind, table, message, reason, index, together, repeatedIndex } = finding;
    if (kind === 'no-statistics' && playground.setups.some((setup) => setup.hasStatistics))
      return [];
    const letters = together ? setupsWithAll(together, playground) : null;
    if (letters?.length === 0) return [];
    const where = letters ? ` Both are on in ${formatList(letters)}.` : '';
    return [
      {
        id: `${kind} ${table} ${message}`,
        kind,
        message,
        reason: reason + where,
        index,
        ...(repeatedIndex !== undefined && { repeatedIndex }),
      },
    ];
  });
}

/** Setups in which all of these are on. An index of the schema's own script cannot be off. */
function setupsWithAll(
  names: readonly string[],
  { setups, indexes }: Pick<Playground, 'setups' | 'indexes'>,
): SetupLetter[] {
  const switched = names.filter((name) => indexes.some((index) => index.name === name));
  return setups.flatMap((setup, position) =>
    switched.every((name) => setup.indexes.includes(name)) ? setupLetter(position) : [],
  );
}
