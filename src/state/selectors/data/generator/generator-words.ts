// How a column's values are made, as one phrase: the generator's name stands out, and is not said
// twice where the description says it anyway ('**prices** from 1 to 9', '240 **words**').

export interface GeneratorWords {
  before: string;
  /** The name, as it is or as the description has it. */
  name: string;
  after: string;
}

/** Letters that a word of the same stem may have more: price, prices; normal, normally. */
const longestEnding = 3;

export function generatorWords(generator: string, description: string): GeneratorWords {
  const label = generator.split(' ');
  const words = description.split(' ');
  const [start, end] = repeated(label, words) ?? [0, 0];
  if (end === 0) return { before: '', name: generator, after: ` ${description}` };
  // A comma goes with what follows.
  const name = words.slice(start, end).join(' ').replace(/,$/, '');
  const before = words.slice(0, start).join(' ');
  const whole = before === '' ? name : `${before} ${name}`;
  return {
    before: before === '' ? '' : `${before} `,
    name,
    after: description.slice(whole.length),
  };
}

/** Where the description has the name: its beginning or most of its end first, all of it elsewhere. */
function repeated(label: readonly string[], words: readonly string[]): [number, number] | null {
  const first = runLength(label, words, 0);
  if (first > 0) return [0, first];
  for (let from = 1; from <= label.length - 2; from++) {
    const end = label.slice(from);
    if (runLength(end, words, 0) === end.length) return [0, end.length];
  }
  const start = words.findIndex((_, at) => runLength(label, words, at) === label.length);
  return start < 0 ? null : [start, start + label.length];
}

/** How many words of the label stand in the description from there on. */
function runLength(label: readonly string[], words: readonly string[], at: number): number {
  const length = label.findIndex((word, place) => !isSameWord(word, words[at + place] ?? ''));
  return length < 0 ? label.length : length;
}

function isSameWord(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((word) => word.toLowerCase().replace(/,$/, ''))
    .sort((a, b) => a.length - b.length);
  if (short === long) return short !== '';
  return short.length > 2 && long.startsWith(short) && long.length - short.length <= longestEnding;
}
