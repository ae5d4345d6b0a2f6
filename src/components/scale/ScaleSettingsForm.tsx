// What the Scale lab varies and measures: query, axis, size, time, setups; and the button that runs it.
// Decides nothing: choices and reasons come with the props.
import { ChartSpline } from 'lucide-react';
import type { ScaleSettings } from '../../state/scale-store.ts';
import type { ScaleForm } from '../../state/selectors/scale/scale-form.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Checkbox } from '../shared/controls/Checkbox.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './ScaleLab.module.css';

export interface ScaleSettingsFormProps {
  form: ScaleForm;
  onChange: (patch: Partial<ScaleSettings>) => void;
  onMeasuredChange: (setupId: string, isMeasured: boolean) => void;
  onRun: () => void;
}

export function ScaleSettingsForm({
  form,
  onChange,
  onMeasuredChange,
  onRun,
}: ScaleSettingsFormProps) {
  return (
    <div className={styles.form}>
      <h2>How does it grow?</h2>
      <LabelledSelect
        label="Query"
        value={form.queryId}
        options={form.queries}
        onChange={(queryId) => onChange({ queryId, axis: { kind: 'rows' }, largestRows: null })}
      />
      <LabelledSelect
        label="Axis"
        value={form.axis}
        options={form.axes}
        onChange={(value) =>
          onChange({
            axis: value === 'rows' ? { kind: 'rows' } : { kind: 'share', parameter: value },
          })
        }
      />
      {form.axisNote && <p className={styles.hint}>{form.axisNote}</p>}
      <div className={styles.pair}>
        <LabelledSelect
          label={form.rowsLabel}
          value={form.rows}
          options={form.rowChoices}
          onChange={(rows) => onChange({ largestRows: Number(rows) })}
        />
        <LabelledSelect
          label="Time a point"
          value={form.budget}
          options={form.budgets}
          onChange={(budgetMs) => onChange({ budgetMs: Number(budgetMs) })}
        />
      </div>
      <fieldset className={styles.set}>
        <legend>Setups</legend>
        {form.setups.map(({ id, letter, name, isMeasured }) => (
          <Checkbox
            key={id}
            isChecked={isMeasured}
            onChange={(isChecked) => onMeasuredChange(id, isChecked)}
            label={
              <span className={styles.setup}>
                <SetupChip letter={letter} size="sm" /> {name}
              </span>
            }
          />
        ))}
      </fieldset>
      {form.plan !== '' && <p className={styles.hint}>{form.plan}.</p>}
      <Tooltip
        content={
          form.refusal ??
          'Makes data of every size in an engine of its own and measures there. The bench keeps its data.'
        }
        side="right"
      >
        <Button
          variant="primary"
          size="lg"
          icon={<ChartSpline size={16} aria-hidden="true" />}
          disabled={form.refusal !== null}
          focusableWhenDisabled
          onClick={onRun}
        >
          Run scale
        </Button>
      </Tooltip>
    </div>
  );
}

interface LabelledSelectProps {
  label: string;
  value: string;
  options: ScaleForm['queries'];
  onChange: (value: string) => void;
}

/** The label is drawn; the select is named by the same words. */
function LabelledSelect({ label, ...select }: LabelledSelectProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Select label={label} isDisabled={select.options.length === 0} {...select} />
    </div>
  );
}
