// The kinds of parameter generators: their names, and how one becomes another with what it knew.
import type { ParameterGenerator } from '../../engine/model/playground.ts';
import type { LiteralValue } from '../../engine/model/values.ts';

export type GeneratorKind = ParameterGenerator['kind'];

export const generatorKinds: readonly { value: GeneratorKind; label: string; detail: string }[] = [
  { value: 'constant', label: 'Constant', detail: 'The same value in every run.' },
  { value: 'list', label: 'List', detail: 'One of these values, each as likely.' },
  { value: 'uniform', label: 'Uniform', detail: 'Whole numbers of a range, each as likely.' },
  { value: 'zipf', label: 'Zipf', detail: 'Whole numbers of a range, the first ones most often.' },
  { value: 'query', label: 'From a query', detail: 'Values that stand in the data.' },
];

/**
 * The generator as another kind, keeping what both have.
 * @param source a SELECT that gives fitting values, where one is known
 */
export function toKind(
  generator: ParameterGenerator,
  kind: GeneratorKind,
  source: string | null,
): ParameterGenerator {
  if (generator.kind === kind) return generator;
  const values = valuesOf(generator);
  const range = 'min' in generator ? { min: generator.min, max: generator.max } : rangeOf(values);
  const exponent = 'exponent' in generator ? generator.exponent : 1;
  switch (kind) {
    case 'constant':
      return { kind, value: values[0] ?? range.min };
    case 'list':
      return { kind, values: values.length > 0 ? values : [range.min, range.max] };
    case 'uniform':
      return { kind, ...range };
    case 'zipf':
      return { kind, ...range, exponent: exponent === 0 ? 1 : exponent };
    case 'query':
      return { kind, sql: source ?? 'SELECT 1', exponent: 'exponent' in generator ? exponent : 0 };
  }
}

function valuesOf(generator: ParameterGenerator): LiteralValue[] {
  if (generator.kind === 'constant') return [generator.value];
  return generator.kind === 'list' ? generator.values : [];
}

function rangeOf(values: readonly LiteralValue[]): { min: number; max: number } {
  const numbers = values.filter((value): value is number => Number.isSafeInteger(value));
  if (numbers.length < 2) return { min: 1, max: 1000 };
  return { min: Math.min(...numbers), max: Math.max(...numbers) };
}
