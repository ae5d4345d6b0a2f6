// Three words by number: what titles, slugs and web addresses are made of.
// Every number has its own words, so that they can be told apart.
import pools from '../../pools/words.json';

const { nouns, adjectives } = pools;

/** So many titles before they go on with a number behind. */
export const titleCount = nouns.length * adjectives.length * nouns.length;

/** 'ample harbor festival'. */
export function titleOf(number: number): string {
  const noun = nouns[number % nouns.length];
  const rest = Math.floor(number / nouns.length);
  const adjective = adjectives[rest % adjectives.length];
  const other = nouns[Math.floor(rest / adjectives.length) % nouns.length];
  const series = number >= titleCount ? ` ${Math.floor(number / titleCount) + 1}` : '';
  return `${adjective} ${noun} ${other}${series}`;
}

/** 'ample-harbor-festival'. */
export function slugOf(number: number): string {
  return titleOf(number).replaceAll(' ', '-');
}
