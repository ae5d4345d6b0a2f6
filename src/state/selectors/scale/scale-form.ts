// The Scale lab's fields as plain values to draw: what can be chosen, what it costs, why it cannot run.
// Pure.
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import {
  rangeLiteralOf,
  rangeParametersOf,
} from '../../../engine/sql/parameters/range-parameters.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { isBusy } from '../../activity.ts';
import type { RunsState } from '../../runs-store.ts';
import { pointBudgetsMs, type ScaleSettings } from '../../scale-store.ts';
import { scaleEstimateMs } from './scale-estimate.ts';
import { largestRowChoices } from './scale-steps.ts';
import { type ScaleChoice, scaleChoice } from './scale-subject.ts';
import { followingParameters } from './scaled-recipe.ts';

export interface Choice {
  value: string;
  label: string;
  detail?: string;
}

export interface ScaleForm {
  queries: Choice[];
  queryId: string;
  setups: { id: string; letter: SetupLetter; name: string; isMeasured: boolean }[];
  /** 'rows', or the name of a range parameter. */
  axes: Choice[];
  axis: string;
  /** What could be an axis too, or what follows the rows. */
  axisNote: string | null;
  rowsLabel: string;
  rowChoices: Choice[];
  rows: string;
  budgets: Choice[];
  budget: string;
  /** "1,000, 3,000 ... rows of products: about 25 s". */
  plan: string;
  /** Setups of the search for the flip. */
  flipIds: [string, string];
  /** Why a run cannot begin; null when it can. */
  refusal: string | null;
  flipRefusal: string | null;
}

/** The fields as they stand; `selectedId` is the bench's query. */
export function scaleForm(
  playground: Playground,
  settings: ScaleSettings,
  { inspection, activity }: Pick<RunsState, 'inspection' | 'activity'>,
  selectedId: string | null,
): ScaleForm {
  const choice = scaleChoice(playground, settings, inspection?.schema ?? null, selectedId);
  const setups = playground.setups.map(({ id, name }, position) => ({
    id,
    name,
    letter: setupLetter(position),
    isMeasured: choice?.setups.some((setup) => setup.id === id) ?? true,
  }));
  const refusal = refusalOf(playground, activity, choice);
  return {
    queries: playground.queries.map(({ id, name }) => ({ value: id, label: name })),
    queryId: choice?.query.id ?? '',
    setups,
    ...axisFields(choice),
    axisNote: choice && axisNote(playground, choice, inspection),
    ...rowFields(choice),
    budgets: pointBudgetsMs.map((budgetMs) => ({
      value: String(budgetMs),
      label: `${budgetMs / 1000} s`,
    })),
    budget: String(settings.budgetMs),
    plan: choice ? planWords(choice) : '',
    flipIds: flipIdsOf(settings, choice),
    refusal,
    flipRefusal:
      refusal ??
      ((choice?.setups.length ?? 0) < 2 ? 'A flip needs two setups: choose another one.' : null),
  };
}

function refusalOf(
  playground: Playground,
  activity: RunsState['activity'],
  choice: ScaleChoice | null,
): string | null {
  if (isBusy(activity)) return 'The engine is at work: wait, or press Stop.';
  if (playground.imported) {
    return `The data is that of ${playground.imported.fileName}, which has one size. Choose “Generate rows instead” in Data to scale it.`;
  }
  if (playground.queries.length === 0) return 'There is no query yet: add one in the bench.';
  if (!choice) return 'There is nothing to scale: give a table rows in Data.';
  return choice.query.sql.trim() === '' ? `“${choice.query.name}” has no SQL yet.` : null;
}

function axisFields(choice: ScaleChoice | null): Pick<ScaleForm, 'axes' | 'axis'> {
  const ranges = choice?.ranges ?? [];
  const rows = {
    value: 'rows',
    label: choice ? `Rows of ${choice.table.name}` : 'Rows',
    detail: 'The other tables grow in proportion',
  };
  const shares = ranges.map(({ name, table, column, operator }) => ({
    value: name,
    label: `Selectivity of ${name}`,
    detail: `The share of ${table} with ${column} ${operator} ${name}`,
  }));
  return { axes: [rows, ...shares], axis: choice?.range?.name ?? 'rows' };
}

function axisNote(
  { recipe }: Playground,
  { query, ranges, range }: ScaleChoice,
  inspection: InspectReport | null,
): string | null {
  if (range) {
    const partner = range.partner ? ` ${range.partner} is set to the column's end.` : '';
    return `Values of ${range.name} come from ${range.table}.${range.column}; the share that each really keeps is counted.${partner}`;
  }
  const followers = followingParameters(query, recipe).map(
    ({ name, table }) => `${name} (${table})`,
  );
  if (followers.length > 0) {
    return `Parameters that range over a table's rows follow them: ${followers.join(', ')}.`;
  }
  if (ranges.length > 0 || !inspection) return null;
  return noRangeNote(query.sql, inspection);
}

function noRangeNote(sql: string, { schema }: InspectReport): string {
  const what =
    'Selectivity can be the axis too: a range parameter is compared with a column, like price > :min.';
  const literal = rangeLiteralOf(sql, schema);
  if (!literal || rangeParametersOf(sql, schema).length > 0) return what;
  return `Selectivity can be the axis too: in the query, write ${literal.suggestion} in place of ${literal.comparison}.`;
}

function rowFields(
  choice: ScaleChoice | null,
): Pick<ScaleForm, 'rowsLabel' | 'rowChoices' | 'rows'> {
  if (!choice) return { rowsLabel: 'Up to', rowChoices: [], rows: '' };
  const { table, largestRows, range } = choice;
  const counts = [...largestRowChoices(table.rows, table.maxRows), largestRows];
  return {
    rowsLabel: range ? `Rows of ${table.name}` : 'Up to',
    rowChoices: [...new Set(counts)]
      .sort((a, b) => a - b)
      .map((rows) => ({
        value: String(rows),
        label: formatCountOf(rows, 'row'),
        ...(rows === table.rows && { detail: 'As in the recipe' }),
      })),
    rows: String(largestRows),
  };
}

function planWords({ steps, cost, setups, range, table }: ScaleChoice): string {
  const ends = [steps[0] ?? 0, steps.at(-1) ?? 0];
  const [from, to] = ends.map((step) => (range ? formatPercent(step, 2) : formatCount(step)));
  const what = range ? `of the rows of ${range.table}` : `rows of ${table.name}`;
  const points = `${formatCountOf(steps.length, 'point')}, ${from} to ${to} ${what}`;
  return `${points}, ${formatCountOf(setups.length, 'setup')}: about ${roughly(scaleEstimateMs(cost, steps))}`;
}

/** Whole seconds: an estimate has no tenths. */
function roughly(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : formatDuration(Math.round(seconds / 10) * 10_000);
}

function flipIdsOf({ flipIds }: ScaleSettings, choice: ScaleChoice | null): [string, string] {
  const ids = (choice?.setups ?? []).map(({ id }) => id);
  const [first = '', second = ''] = ids;
  const one = flipIds[0] !== null && ids.includes(flipIds[0]) ? flipIds[0] : first;
  const wished = flipIds[1] !== null && ids.includes(flipIds[1]) ? flipIds[1] : second;
  const other = wished === one ? (ids.find((id) => id !== one) ?? '') : wished;
  return [one, other];
}
