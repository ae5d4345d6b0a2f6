// The ways to refer to parent rows, as people choose them.
import type { ReferenceSpread } from '../../../../engine/model/recipe/column-generator.ts';

type SpreadKind = ReferenceSpread['kind'];

export interface SpreadChoice {
  value: SpreadKind;
  label: string;
  detail: string;
}

const all: SpreadChoice[] = [
  { value: 'uniform', label: 'Evenly', detail: 'each parent as likely as the others' },
  { value: 'skewed', label: 'Skewed', detail: 'some parents have many more children' },
  { value: 'zipf', label: 'Zipf', detail: 'the same by a power law of your own' },
  { value: 'children', label: 'Children', detail: 'so many for each parent, from … to …' },
  { value: 'earlier', label: 'Earlier row', detail: 'a row of this table before it: a tree' },
];

/** `childrenPerParent`: rows for each parent row by the recipe, null where it is not known. */
export function spreadChoices(
  { kind }: ReferenceSpread,
  isTree: boolean,
  childrenPerParent: number | null,
): { choices: SpreadChoice[]; hint: string | null } {
  return {
    choices: all.filter(({ value }) => value !== 'earlier' || isTree || kind === 'earlier'),
    hint:
      kind === 'children' && childrenPerParent !== null
        ? `By the rows of both tables a parent has ${rounded(childrenPerParent)} on average: it must lie between the two.`
        : null,
  };
}

/** A spread of that kind that the rows of both tables allow. */
export function toSpread(kind: SpreadKind, childrenPerParent: number | null): ReferenceSpread {
  switch (kind) {
    case 'zipf':
      return { kind, exponent: 1 };
    case 'children': {
      const average = childrenPerParent ?? 5;
      return { kind, min: Math.floor(average / 2), max: Math.max(1, Math.ceil(average * 1.5)) };
    }
    default:
      return { kind };
  }
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
