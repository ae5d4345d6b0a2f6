// The setups of a run and the table's indexes that tell them apart, for the lab's form. Pure.
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../../engine/model/playground.ts';
import { formatList } from '../../../../lib/format-list.ts';
import type { ChosenWrites } from './chosen-writes.ts';
import type { IndexOfTable, SetupChoice } from './writes-fields.ts';

export interface SetupFields {
  setups: SetupChoice[];
  /** Indexes of the playground on the table. */
  indexes: IndexOfTable[];
  /** What is to be known of the setups: none has an index on it, or two have the same. */
  indexNote: string | null;
}

export function setupFields(playground: Playground, chosen: ChosenWrites | null): SetupFields {
  const indexes = chosen?.indexes ?? [];
  const setups = playground.setups.map(({ id, name, indexes: on }, position) => ({
    id,
    letter: setupLetter(position),
    name,
    isMeasured: chosen?.setups.some((setup) => setup.id === id) ?? true,
    indexes: indexes.map((index) => index.name).filter((each) => on.includes(each)),
  }));
  return {
    setups,
    indexes: indexes.map((index) => ({
      ...index,
      letters: setups.flatMap((setup) =>
        setup.indexes.includes(index.name) ? [setup.letter] : [],
      ),
    })),
    indexNote:
      chosen &&
      indexNote(
        chosen,
        setups.filter(({ isMeasured }) => isMeasured),
      ),
  };
}

/** Setups that have the same indexes on the table write the same. */
function indexNote(
  { table, indexes }: ChosenWrites,
  setups: readonly SetupChoice[],
): string | null {
  if (indexes.length === 0) return `The playground has no index on ${table.name}.`;
  if (setups.every((setup) => setup.indexes.length === 0)) {
    return `No setup that is measured has an index on ${table.name}.`;
  }
  const alike = new Map<string, SetupLetter[]>();
  for (const { indexes: on, letter } of setups) {
    const key = on.join('\n');
    alike.set(key, [...(alike.get(key) ?? []), letter]);
  }
  const groups = [...alike.values()].filter(({ length }) => length > 1);
  if (groups.length === 0) return null;
  return `${formatList(groups.map((letters) => formatList(letters)))} have the same indexes on ${table.name}.`;
}
