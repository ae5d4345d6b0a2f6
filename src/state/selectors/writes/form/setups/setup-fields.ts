// The setups of a run and the table's indexes that tell them apart, for the lab's form. Pure.
import { type Playground, setupLetter } from '../../../../../engine/model/playground.ts';
import type { ChosenWrites } from '../chosen-writes.ts';
import type { SetupChoice } from '../writes-fields.ts';

export interface SetupFields {
  setups: SetupChoice[];
  /** What is to be known of the setups: none that is measured has an index on the table. */
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
    note: chosen && alikeNote(chosen, id),
  }));
  return {
    setups,
    indexNote:
      chosen &&
      indexNote(
        chosen,
        setups.filter(({ isMeasured }) => isMeasured),
      ),
  };
}

function alikeNote({ alike, indexes }: ChosenWrites, id: string): string | null {
  const letter = alike.get(id);
  if (letter === undefined) return null;
  return indexes.length === 0 ? `writes what ${letter} writes` : `same indexes as ${letter}`;
}

function indexNote(
  { table, indexes }: ChosenWrites,
  setups: readonly SetupChoice[],
): string | null {
  if (indexes.length === 0) return `The playground has no index on ${table.name}.`;
  if (setups.every((setup) => setup.indexes.length === 0)) {
    return `No setup that is measured has an index on ${table.name}.`;
  }
  return null;
}
