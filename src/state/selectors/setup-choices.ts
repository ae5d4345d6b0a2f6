// The setups as the entries of a picker.
import { type Playground, type SetupLetter, setupLetter } from '../../engine/model/playground.ts';

export interface SetupChoice {
  id: string;
  letter: SetupLetter;
  name: string;
}

/** In the order of the bench. */
export function setupChoices({ setups }: Pick<Playground, 'setups'>): SetupChoice[] {
  return setups.map(({ id, name }, position) => ({ id, letter: setupLetter(position), name }));
}
