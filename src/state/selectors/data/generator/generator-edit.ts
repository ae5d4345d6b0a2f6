// Edits of a generator's settings: another kind, another value of one field.
// Whether the outcome makes sense, settingsProblem says; the document takes only what does.
import type { Column } from '../../../../engine/model/database/schema.ts';
import type {
  ColumnGenerator,
  GeneratorKind,
  Weights,
} from '../../../../engine/model/recipe/column-generator.ts';
import { initialSettings } from '../../../../engine/model/recipe/initial-settings.ts';
import { settingsProblem } from '../../../../engine/model/recipe/settings-problem.ts';
import type { LiteralValue } from '../../../../engine/model/values.ts';
import { type FieldValue, type FieldView, formOf, generatorForm } from './generator-form.ts';

/** The settings with another value of one field. Weights follow the list that they belong to. */
export function withField(
  settings: ColumnGenerator,
  field: FieldView,
  value: FieldValue,
): ColumnGenerator {
  const changed = withSettings(settings, { [field.key]: value });
  if (field.type !== 'values' || !Array.isArray(value)) return changed;
  const weights = generatorForm(settings, []).fields.find(
    (other) => other.type === 'weights' && other.of === field.key,
  );
  if (weights?.type !== 'weights') return changed;
  return withSettings(changed, { [weights.key]: realigned(weights.value, weights.list, value) });
}

/**
 * The settings of another kind: what both forms ask for in the same way stays (a range, a list of
 * values), unless it makes no sense there. `affinity` is the column's.
 */
export function toKind(
  settings: ColumnGenerator,
  kind: GeneratorKind,
  affinity: Column['affinity'],
): ColumnGenerator {
  if (settings.kind === kind) return settings;
  const { fields } = formOf(kind);
  const initial = initialSettings(kind, affinity);
  const before = generatorForm(settings, []).fields;
  const kept = before.filter((old) =>
    fields.some(({ key, type }) => key === old.key && type === old.type),
  );
  const carried = withSettings(
    initial,
    Object.fromEntries(kept.map(({ key, value }) => [key, value])),
  );
  return settingsProblem(carried) === null ? carried : initial;
}

/** The keys come from the kind's own form, which names only settings that it has. */
function withSettings(settings: ColumnGenerator, patch: Record<string, unknown>): ColumnGenerator {
  return { ...settings, ...patch } as ColumnGenerator;
}

/** A value that stays keeps its weight; a new one gets the average. */
function realigned(
  weights: Weights,
  before: readonly LiteralValue[],
  after: readonly LiteralValue[],
): Weights {
  if (weights.kind !== 'explicit' || before.length === after.length) return weights;
  const own = new Map(before.map((value, place) => [value, weights.weights[place] ?? 1]));
  return {
    kind: 'explicit',
    weights: after.map((value) => own.get(value) ?? averageOf(weights.weights)),
  };
}

function averageOf(numbers: readonly number[]): number {
  if (numbers.length === 0) return 1;
  const average = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.round(average * 100) / 100 || 1;
}
