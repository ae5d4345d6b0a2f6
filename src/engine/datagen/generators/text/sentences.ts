// Whole sentences: descriptions, comments, messages.
// Words up to a length, whether or not a sentence ends, stand in words.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import pools from '../../pools/words.json';

const { nouns, adjectives, verbs } = pools;
const count = adjectives.length * nouns.length * verbs.length * nouns.length;

function sentence(number: number): string {
  const adjective = adjectives[number % adjectives.length];
  const rest = Math.floor(number / adjectives.length);
  const noun = nouns[rest % nouns.length];
  const second = Math.floor(rest / nouns.length);
  const verb = verbs[second % verbs.length];
  const object = nouns[Math.floor(second / verbs.length) % nouns.length];
  return `The ${adjective} ${noun} will ${verb} the ${object}.`;
}

/** 1 to `most` sentences; one each where no two values may be alike. */
export function createSentences(source: Source, { most }: GeneratorOf<'sentences'>): Generator {
  const { stream } = source;
  const lengths = stream.split('length');
  return {
    name: 'sentences',
    description: most === 1 ? 'one sentence' : `1 to ${most} sentences`,
    at(row) {
      let text = sentence(stream.below(row, count));
      for (let more = lengths.below(row, most); more > 0; more--) {
        text += ` ${sentence(stream.bits(row + more * 0x1000003))}`;
      }
      return text;
    },
    distinct: () => ({ size: count, at: sentence, isOrdered: false }),
  };
}
