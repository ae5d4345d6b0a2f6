// Templates of texts such as `{first name} of {city}`: every placeholder, in one place.
// The texts are made in datagen.

/** What may stand in braces, with what becomes of it. */
export const placeholders = {
  row: 'the number of the row, from 1',
  'first name': "the row's first name",
  'last name': "the row's last name",
  name: "the row's first and last name",
  city: 'a city',
  state: 'a state of the United States',
  country: 'a country',
  category: "the row's shop category",
  color: 'a colour',
  word: 'a noun',
  Word: 'a noun with a capital letter',
  adjective: 'an adjective',
  Adjective: 'an adjective with a capital letter',
  verb: 'a verb',
  digit: 'a digit',
  letter: 'a small letter',
  Letter: 'a capital letter',
  year: 'a year from 2015 to 2025',
  month: 'a month, 01 to 12',
  day: 'a day of a month, 01 to 28',
} as const;

export type PlaceholderName = keyof typeof placeholders;

export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'placeholder'; name: PlaceholderName }
  /** `{1-100}`: a whole number, both ends included; `{001-100}` is filled with zeros. */
  | { kind: 'range'; min: number; max: number; width: number };

export const longestTemplate = 500;
const largestBound = 9_007_199_254_740_991;

/** The parts of a template in order; a problem in words when it cannot be read. `{{` is a brace. */
export function parseTemplate(template: string): TemplatePart[] | { problem: string } {
  if (template === '') return { problem: 'The template is empty.' };
  if (template.length > longestTemplate) {
    return { problem: `The template is longer than ${longestTemplate} characters.` };
  }
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 0;
  while (at < template.length) {
    const character = template.charAt(at);
    if (character !== '{' && character !== '}') {
      text += character;
      at++;
      continue;
    }
    if (template.charAt(at + 1) === character) {
      text += character;
      at += 2;
      continue;
    }
    const end = template.indexOf('}', at);
    if (character === '}' || end === -1) {
      return {
        problem: `A brace stands alone in the template; write ${character}${character} for the sign itself.`,
      };
    }
    const part = placeholderOf(template.slice(at + 1, end));
    if ('problem' in part) return part;
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
    parts.push(part);
    at = end + 1;
  }
  if (text !== '') parts.push({ kind: 'text', text });
  return parts;
}

function placeholderOf(inner: string): TemplatePart | { problem: string } {
  const name = inner.trim();
  if (isPlaceholder(name)) return { kind: 'placeholder', name };
  const range = /^(\d{1,16})-(\d{1,16})$/.exec(name);
  if (!range) {
    return {
      problem: `The template does not know {${inner}}; it knows ${Object.keys(placeholders)
        .map((known) => `{${known}}`)
        .join(', ')} and ranges such as {1-100}.`,
    };
  }
  const [low = '', high = ''] = range.slice(1);
  const [min, max] = [Number(low), Number(high)];
  if (max > largestBound) return { problem: `{${name}} goes beyond the largest whole number.` };
  if (min > max) return { problem: `{${name}} begins above its end.` };
  const width = low.length > 1 && low.startsWith('0') ? high.length : 1;
  return { kind: 'range', min, max, width };
}

function isPlaceholder(name: string): name is PlaceholderName {
  return Object.hasOwn(placeholders, name);
}
