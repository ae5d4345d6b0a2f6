// Patterns of codes such as `SKU-####`: what each sign stands for, in one place.
// The codes are made in datagen.

/** A place of a code: always the same text, or one of the signs. */
export type PatternPart = { kind: 'text'; text: string } | { kind: 'sign'; signs: string };

const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const smalls = capitals.toLowerCase();

/** `*` is any of the three; what `\` stands before is itself. */
const signsOf: Record<string, string> = {
  '#': digits,
  A: capitals,
  a: smalls,
  '*': digits + capitals + smalls,
};

export const longestPattern = 200;

/** The places of a pattern in order; a problem in words when it cannot be read. */
export function parsePattern(pattern: string): PatternPart[] | { problem: string } {
  if (pattern === '') return { problem: 'The pattern is empty.' };
  if (pattern.length > longestPattern) {
    return { problem: `The pattern is longer than ${longestPattern} characters.` };
  }
  const parts: PatternPart[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const signs = signsOf[character];
    if (character === '\\') {
      at++;
      const quoted = characters[at];
      if (quoted === undefined) {
        return { problem: 'The pattern ends with a backslash that quotes nothing.' };
      }
      parts.push({ kind: 'text', text: quoted });
    } else if (signs) parts.push({ kind: 'sign', signs });
    else parts.push({ kind: 'text', text: character });
  }
  return parts;
}
