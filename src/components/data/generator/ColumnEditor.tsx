// The settings of one column, opened in its place: kind, fields, NULL share.
// Reads the state for itself, so that a closed column costs nothing.
import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type {
  ColumnGenerator,
  ColumnRecipe,
} from '../../../engine/model/recipe/column-generator.ts';
import type { ColumnView } from '../../../state/selectors/data/data-view.ts';
import { toKind, withField } from '../../../state/selectors/data/generator/generator-edit.ts';
import {
  columnSurroundings,
  generatorForm,
} from '../../../state/selectors/data/generator/generator-form.ts';
import { rowsOf } from '../../../state/selectors/data/rows-of.ts';
import { useApp, usePlayground, useRuns } from '../../shared/app-context.tsx';
import { Button } from '../../shared/controls/Button.tsx';
import { NumberField } from '../../shared/fields/NumberField.tsx';
import { Fault } from '../../shared/messages/Fault.tsx';
import styles from './ColumnEditor.module.css';
import { GeneratorField } from './GeneratorField.tsx';
import { LabelledSelect } from './LabelledSelect.tsx';

export interface ColumnEditorProps {
  table: string;
  view: ColumnView;
  recipe: ColumnRecipe;
  /** The button that had the focus has gone with the settings. */
  onReset: () => void;
}

/** Settings that make no sense yet: shown, while the document keeps those before. */
interface Draft {
  generator: ColumnGenerator;
  problem: string;
  /** The document's settings that it was typed over; others mean that they came from elsewhere. */
  over: string;
}

export function ColumnEditor({ table, view, recipe, onReset }: ColumnEditorProps) {
  const app = useApp();
  const { column, kinds, canBeNull, isExplicit } = view;
  const schema = useRuns((runs) => runs.inspection?.schema);
  const whole = usePlayground((playground) => playground.recipe);
  const [draft, setDraft] = useState<Draft | null>(null);
  const applied = JSON.stringify(recipe.generator);
  const current = draft?.over === applied ? draft : null;
  const settings = current?.generator ?? recipe.generator;
  const form = useMemo(() => generatorForm(settings, kinds), [settings, kinds]);
  const surroundings = useMemo(
    () =>
      columnSurroundings(
        schema?.tables.find(({ name }) => name === table),
        column,
        (name) => rowsOf(whole, name),
      ),
    [schema, whole, table, column],
  );
  const affinity =
    schema?.tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)
      ?.affinity ?? 'blob';
  function apply(generator: ColumnGenerator, setting: string): void {
    const problem = app.recipe.setColumn(table, column, { ...recipe, generator }, setting);
    setDraft(problem === null ? null : { generator, problem, over: applied });
  }
  return (
    <div className={styles.editor}>
      <LabelledSelect
        label="Kind"
        value={form.kind}
        options={form.kinds.map(({ kind, label, summary, group }) => ({
          value: kind,
          label,
          detail: summary,
          group,
        }))}
        onChange={(kind) => apply(toKind(settings, kind, affinity), 'kind')}
      />
      {form.fields.length > 0 && (
        <div className={styles.fields}>
          {form.fields.map((field) => (
            <GeneratorField
              key={`${form.kind} ${field.key}`}
              field={field}
              surroundings={surroundings}
              onChange={(value) => apply(withField(settings, field, value), field.key)}
            />
          ))}
        </div>
      )}
      {current && (
        <Fault
          tone="warning"
          className={styles.fault}
          error={{
            message: current.problem,
            hint: 'Until then the rows are made by the last settings that could be used.',
          }}
        />
      )}
      {(canBeNull || isExplicit) && (
        <div className={styles.foot}>
          {canBeNull && (
            <NumberField
              label="NULL share"
              className={styles.share}
              size="sm"
              unit="%"
              min={0}
              max={100}
              maximumFractionDigits={2}
              value={recipe.nullShare * 100}
              onChange={(percent) =>
                app.recipe.setColumn(
                  table,
                  column,
                  { ...recipe, nullShare: percent / 100 },
                  'NULL share',
                )
              }
            />
          )}
          {isExplicit && (
            <Button
              size="sm"
              variant="ghost"
              className={styles.reset}
              icon={<RotateCcw size={14} aria-hidden="true" />}
              onClick={() => {
                setDraft(null);
                app.recipe.resetColumn(table, column);
                onReset();
              }}
            >
              Reset to inferred
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
