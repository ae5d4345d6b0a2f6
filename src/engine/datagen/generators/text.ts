// Running text: titles, sentences, single words, slugs, addresses on the web.

import type { Generator, Source } from '../generator.ts';
import pools from '../pools/words.json';

const { nouns, adjectives, verbs } = pools;

const titles = nouns.length * adjectives.length * nouns.length;

// Each number has its own words; the last of them repeat with a number behind.
function titleOf(number: number): string {
  const noun = nouns[number % nouns.length];
  const rest = Math.floor(number / nouns.length);
  const adjective = adjectives[rest % adjectives.length];
  const other = nouns[Math.floor(rest / adjectives.length) % nouns.length];
  const series = number >= titles ? ` ${Math.floor(number / titles) + 1}` : '';
  return `${adjective} ${noun} ${other}${series}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Three words such as 'Ample harbor festival'. */
export function createTitle(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'title',
    description: 'titles of three words',
    at: (row) => capitalized(titleOf(stream.below(row, titles))),
    distinct: (needed) => ({
      size: Math.max(titles, needed),
      at: (number) => capitalized(titleOf(number)),
      isOrdered: false,
    }),
  };
}

/** Sentences; `most` is the largest number of them in one value. */
export function createSentences(source: Source, most: number): Generator {
  const { stream } = source;
  const lengths = stream.split('length');
  const sentence = (number: number) => {
    const adjective = adjectives[number % adjectives.length];
    const rest = Math.floor(number / adjectives.length);
    const noun = nouns[rest % nouns.length];
    const second = Math.floor(rest / nouns.length);
    const verb = verbs[second % verbs.length];
    const object = nouns[Math.floor(second / verbs.length) % nouns.length];
    return `The ${adjective} ${noun} will ${verb} the ${object}.`;
  };
  const size = adjectives.length * nouns.length * verbs.length * nouns.length;
  return {
    name: 'text',
    description: most === 1 ? 'one sentence' : `1 to ${most} sentences`,
    at(row) {
      let text = sentence(stream.below(row, size));
      for (let more = lengths.below(row, most); more > 0; more--) {
        text += ` ${sentence(stream.bits(row + more * 0x1000003))}`;
      }
      return text;
    },
    distinct: () => ({ size, at: sentence, isOrdered: false }),
  };
}

/** Single nouns, the first of them more frequent. */
export function createWord(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'word',
    description: `${nouns.length} words`,
    at: (row) => nouns[stream.below(row, nouns.length)] ?? '',
    distinct: (needed) =>
      needed <= nouns.length
        ? { size: nouns.length, at: (number) => nouns[number] ?? '', isOrdered: false }
        : { size: Math.max(titles, needed), at: slugOf, isOrdered: false },
  };
}

function slugOf(number: number): string {
  return titleOf(number).replaceAll(' ', '-');
}

/** 'ample-harbor-festival'. */
export function createSlug(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'slug',
    description: 'words joined by hyphens',
    at: (row) => slugOf(stream.below(row, titles)),
    distinct: (needed) => ({ size: Math.max(titles, needed), at: slugOf, isOrdered: false }),
  };
}

/** 'https://example.com/ample-harbor-festival'. */
export function createUrl(source: Source): Generator {
  const slug = createSlug(source);
  return {
    name: 'url',
    description: 'web addresses at example.com',
    at: (row) => `https://example.com/${slug.at(row)}`,
    distinct: (needed) => ({
      size: Math.max(titles, needed),
      at: (number) => `https://example.com/${slugOf(number)}`,
      isOrdered: false,
    }),
  };
}

/** A small JSON object. */
export function createJson(source: Source): Generator {
  const { stream } = source;
  const at = (number: number) =>
    `{"id":${number},"tag":"${nouns[number % nouns.length]}","active":${number % 3 === 0}}`;
  return {
    name: 'json',
    description: 'small JSON objects',
    at: (row) => at(stream.below(row, 1_000_000)),
    distinct: (needed) => ({ size: Math.max(1_000_000, needed), at, isOrdered: false }),
  };
}
