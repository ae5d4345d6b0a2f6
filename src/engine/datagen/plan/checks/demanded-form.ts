// The form that CHECKs with LIKE, GLOB, json_valid() or round() demand of values: a prefix, a pattern.
// Lengths and excluded values are obeyed in infer/obey-rules.ts, which is asked here for the rest.
import type { GeneratorOf, StandaloneGenerator } from '../../../model/recipe/column-generator.ts';
import type { SqlValue } from '../../../model/values.ts';
import { createGenerator } from '../../create-generator.ts';
import type { Distinct, Generator, Source } from '../../generator.ts';
import { obeyRules } from '../../infer/obey-rules.ts';
import type { ColumnRules } from './column-rules.ts';

/** Rows looked at before inferred settings are given up for ones that fit the pattern. */
const tried = 20;

/** The inferred settings, or others where their values do not have the form that a CHECK demands. */
export function settingsOfForm(
  settings: StandaloneGenerator,
  rules: ColumnRules,
  source: Source,
): StandaloneGenerator {
  if (rules.isJson) return settings.kind === 'json' ? settings : { kind: 'json', keys: 3 };
  if (rules.choices) return settings;
  if (settings.kind === 'decimal' && settings.decimals > rules.decimals) {
    return withDecimals(settings, rules.decimals);
  }
  if (settings.kind === 'price' && rules.decimals < 2) {
    return withDecimals(
      { ...settings, shape: 'low', kind: 'decimal', decimals: 2 },
      rules.decimals,
    );
  }
  if (rules.glob === null) return settings;
  const expression = globExpression(rules.glob);
  const generator = createGenerator(settings, source);
  const rows = Array.from({ length: tried }, (_, row) => generator.at(row));
  if (rows.every((value) => typeof value === 'string' && expression.test(value))) return settings;
  const pattern = patternOf(rules.glob);
  return pattern === null ? settings : { kind: 'pattern', pattern };
}

function withDecimals(settings: GeneratorOf<'decimal'>, decimals: number): StandaloneGenerator {
  const { min, max, shape } = settings;
  if (decimals > 0) return { ...settings, decimals };
  return {
    kind: 'integer',
    min: Math.ceil(min),
    max: Math.max(Math.ceil(min), Math.floor(max)),
    shape,
  };
}

/** The generator with the demanded prefix and everything else that the rules say of texts. */
export function withDemandedForm(
  generator: Generator,
  rules: ColumnRules,
  source: Source,
  keepsDistinct: boolean,
): Generator {
  const { prefix, modulus } = rules;
  if (modulus && !rules.choices) {
    return withRest(obeyRules(generator, rules, source, keepsDistinct), modulus, rules);
  }
  if (rules.choices || prefix === '') return obeyRules(generator, rules, source, keepsDistinct);
  const bare = obeyRules(
    generator,
    {
      ...rules,
      minLength: Math.max(0, rules.minLength - prefix.length),
      maxLength: Math.max(0, rules.maxLength - prefix.length),
    },
    source,
    keepsDistinct,
  );
  const begun = (value: SqlValue) =>
    typeof value !== 'string' || value.startsWith(prefix) ? value : prefix + value;
  // Settings of the user's own may have the prefix already.
  const whole = String(generator.at(0)).startsWith(prefix)
    ? obeyRules(generator, rules, source, keepsDistinct)
    : bare;
  return {
    ...bare,
    at: (row) => begun(whole.at(row)),
    distinct(needed) {
      const distinct: Distinct | null = bare.distinct?.(needed) ?? null;
      return distinct && { ...distinct, at: (number) => begun(distinct.at(number)) };
    },
  };
}

/** Numbers moved down to the next one with the demanded rest, or up where that is too low. */
function withRest(
  generator: Generator,
  { divisor, rest }: NonNullable<ColumnRules['modulus']>,
  { min, max }: ColumnRules,
): Generator {
  const moved = (value: SqlValue) => {
    if (typeof value !== 'number' || value < 0) return value;
    const below = Math.floor((value - rest) / divisor) * divisor + rest;
    const isTooLow = below < 0 || (min && (min.isOpen ? below <= min.value : below < min.value));
    return isTooLow ? below + divisor : below;
  };
  return {
    ...generator,
    at: (row) => moved(generator.at(row)),
    distinct(needed) {
      const distinct: Distinct | null = max ? null : (generator.distinct?.(needed) ?? null);
      const at = (number: number) => {
        const value = distinct?.at(number) ?? null;
        return typeof value === 'number' && value >= 0 ? value * divisor + rest : value;
      };
      return distinct && { ...distinct, at };
    },
  };
}

const classes: Record<string, string> = { '[0-9]': '#', '[A-Z]': 'A', '[a-z]': 'a' };

/** A GLOB of fixed length as a pattern (`#`, `A`, `a`; `\` quotes); null when it has `*` inside. */
function patternOf(glob: string): string | null {
  const text = glob.replace(/\*$/, '');
  let pattern = '';
  for (const [piece] of text.matchAll(/\[[^\]]*\]|[\s\S]/g)) {
    if (piece === '*' || (piece.startsWith('[') && piece.length < 3)) return null;
    if (piece === '?') pattern += 'a';
    else if (piece.startsWith('[')) pattern += classes[piece] ?? quoted(oneOf(piece));
    else pattern += quoted(piece);
  }
  return pattern;
}

function quoted(text: string): string {
  return /[#Aa*\\{}]/.test(text) ? `\\${text}` : text;
}

// Any character of the class will do: its first; of a negated one, a letter outside.
function oneOf(piece: string): string {
  if (piece[1] !== '^') return piece[1] ?? '';
  const outside = globExpression(piece);
  return [...'x0_-'].find((character) => outside.test(character)) ?? 'x';
}

function globExpression(glob: string): RegExp {
  const pieces = [...glob.matchAll(/\[[^\]]*\]|[\s\S]/g)].map(([piece]) => {
    if (piece === '*') return '[\\s\\S]*';
    if (piece === '?') return '[\\s\\S]';
    if (piece.startsWith('[') && piece.length > 2) {
      const isNot = piece[1] === '^';
      return `[${isNot ? '^' : ''}${piece.slice(isNot ? 2 : 1, -1).replace(/[\\^]/g, '\\$&')}]`;
    }
    return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${pieces.join('')}$`);
}
