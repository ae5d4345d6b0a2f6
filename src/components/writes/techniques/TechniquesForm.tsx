// What the view Techniques varies: the operation, where it starts, what an update sets, which
// techniques, how many rows a statement takes. Decides nothing: choices and reasons come with the form.
import { Gauge, Layers } from 'lucide-react';
import type { TechniqueId } from '../../../engine/model/writes/technique.ts';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import type { WritesSettings } from '../../../state/writes-store.ts';
import { Checkbox } from '../../shared/controls/Checkbox.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { FieldGroup, FieldHint, FieldPair, FieldSet } from '../fields/FieldGroup.tsx';
import { LabelledSelect } from '../fields/LabelledSelect.tsx';
import { RunButton } from '../fields/RunButton.tsx';
import { toOptions } from '../fields/to-options.ts';
import { UpdateFields } from './UpdateFields.tsx';

export interface TechniquesFormProps {
  form: WritesForm;
  onChange: (patch: Partial<WritesSettings>) => void;
  onTechniqueChange: (id: TechniqueId, isMeasured: boolean) => void;
  onBaselineChange: (id: string) => void;
  onRun: () => void;
  onMeasureBatches: () => void;
}

export function TechniquesForm({
  form,
  onChange,
  onTechniqueChange,
  onBaselineChange,
  onRun,
  onMeasureBatches,
}: TechniquesFormProps) {
  return (
    <FieldGroup>
      <FieldPair>
        <LabelledSelect
          label="Operation"
          value={form.operation}
          options={toOptions(form.operations)}
          onChange={(next) => onChange({ operation: next })}
        />
        <LabelledSelect
          label="Rows a statement"
          value={form.batchSize}
          options={toOptions(form.batchSizes)}
          onChange={(size) => onChange({ batchSize: Number(size) })}
        />
      </FieldPair>
      {form.batchNote && <FieldHint>{form.batchNote}</FieldHint>}
      <LabelledSelect
        label="Start from"
        value={form.start}
        options={toOptions(form.starts)}
        onChange={(start) => onChange({ start })}
      />
      {form.update && <UpdateFields fields={form.update} onChange={onChange} />}
      {form.techniques.length > 0 && (
        <FieldSet legend="Techniques">
          {form.techniques.map(({ id, name, explanation, isMeasured, reason }) => (
            <Checkbox
              key={id}
              isChecked={isMeasured}
              isDisabled={reason !== null}
              onChange={(isChecked) => onTechniqueChange(id, isChecked)}
              hint={reason ?? undefined}
              label={
                <Explained content={explanation} isFocusable={false} side="right">
                  {name}
                </Explained>
              }
            />
          ))}
        </FieldSet>
      )}
      <LabelledSelect
        label="Baseline"
        value={form.baseline ?? ''}
        options={toOptions(form.baselines)}
        onChange={onBaselineChange}
      />
      <RunButton
        label="Run writes"
        icon={<Gauge size={16} aria-hidden="true" />}
        isPrimary
        isRefusalShown
        explanation="Measures every technique in every setup, in an engine of its own: the bench keeps its data."
        refusal={form.refusals.techniques}
        onRun={onRun}
      />
      {form.expected.techniques && <FieldHint>{form.expected.techniques}</FieldHint>}
      <RunButton
        label="Measure batch sizes"
        icon={<Layers size={16} aria-hidden="true" />}
        explanation="Measures one technique with several numbers of rows a statement."
        refusal={form.refusals['batch-sizes']}
        // The same sentence stands below the button above already.
        isRefusalShown={form.refusals['batch-sizes'] !== form.refusals.techniques}
        onRun={onMeasureBatches}
      />
      {form.expected['batch-sizes'] && <FieldHint>{form.expected['batch-sizes']}</FieldHint>}
    </FieldGroup>
  );
}
