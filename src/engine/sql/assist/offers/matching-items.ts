// Which items fit the letters typed so far, and how many of them are listed.
import type { Completion, Completions } from '../completion.ts';

const mostItems = 400;

/** Those that have the letters in this order, as editors match them; the best, by rank. */
export function matchingItems(
  items: readonly Completion[],
  typed: string,
): Pick<Completions, 'items' | 'isIncomplete'> {
  const quote = /^["`[]/.test(typed) ? typed.charAt(0) : '';
  const letters = typed.slice(quote.length).toLowerCase();
  const found = letters === '' ? [...items].sort(byRank) : fitting(items, letters);
  const listed = found.slice(0, mostItems);
  return {
    items: quote === '' ? listed : listed.filter(({ kind }) => isNameKind(kind)).map(quoted(quote)),
    isIncomplete: found.length > mostItems,
  };
}

function isNameKind(kind: Completion['kind']): boolean {
  return kind !== 'keyword' && kind !== 'function' && kind !== 'condition' && kind !== 'parameter';
}

// A name that is typed with a quote is written with it, and compared with it.
function quoted(quote: string): (item: Completion) => Completion {
  const close = quote === '[' ? ']' : quote;
  return (item) => {
    const isQualified = item.insert.includes('.') && item.label !== item.filter;
    const insert = isQualified
      ? item.insert
      : `${quote}${item.filter.replaceAll(close, quote === '[' ? close : close + close)}${close}`;
    return { ...item, insert, caret: insert.length, filter: `${quote}${item.filter}` };
  };
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (let index = 0; index < name.length && at < letters.length; index++) {
    if (name.charAt(index).toLowerCase() === letters.charAt(at)) at++;
  }
  return at === letters.length;
}

// Names that begin with the letters come first, then the others, each by rank.
function fitting(items: readonly Completion[], letters: string): Completion[] {
  const begin = (item: Completion) =>
    item.filter.slice(0, letters.length).toLowerCase() === letters;
  const found = items.filter(({ filter }) => hasLetters(filter, letters));
  return [
    ...found.filter(begin).sort(byRank),
    ...found.filter((item) => !begin(item)).sort(byRank),
  ];
}

function byRank(one: Completion, other: Completion): number {
  return one.rank - other.rank;
}
