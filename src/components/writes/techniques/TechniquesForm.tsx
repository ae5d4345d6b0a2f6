// What the view Techniques varies: the operation, where it starts, what an update sets, which
// techniques, how many rows a statement takes. Decides nothing: choices and reasons come with the form.
import { Gauge, Layers } from 'lucide-react';
import type { TechniqueId } from '../../../engine/model/writes/technique.ts';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import type { WritesSettings } from '../../../state/writes-store.ts';
import { FieldGroup, FieldHint, FieldPair } from '../fields/FieldGroup.tsx';
import { LabelledSelect } from '../fields/LabelledSelect.tsx';
import { RunButton } from '../fields/RunButton.tsx';
import { RunFoot } from '../fields/RunFoot.tsx';
import { toOptions } from '../fields/to-options.ts';
import { UpdateFields } from '../fields/UpdateFields.tsx';
import { runExplanation } from './run-explanation.ts';
import { TechniqueChoices } from './TechniqueChoices.tsx';

export interface TechniquesFormProps {
  form: WritesForm;
  onChange: (patch: Partial<WritesSettings>) => void;
  onTechniqueChange: (id: TechniqueId, isMeasured: boolean) => void;
  onBaselineChange: (id: TechniqueId) => void;
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
  const { refusals, expected } = form;
  return (
    <>
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
        <TechniqueChoices techniques={form.techniques} onChange={onTechniqueChange} />
        {form.baseline && (
          <LabelledSelect
            label="Baseline"
            value={form.baseline}
            options={toOptions(form.baselines)}
            onChange={onBaselineChange}
          />
        )}
      </FieldGroup>
      <FieldGroup>
        <RunButton
          label="Measure batch sizes"
          icon={<Layers size={16} aria-hidden="true" />}
          explanation="Measures one technique with several numbers of rows a statement."
          refusal={refusals['batch-sizes']}
          // The same sentence stands below the button at the foot already.
          isRefusalShown={refusals['batch-sizes'] !== refusals.techniques}
          onRun={onMeasureBatches}
        />
        {expected['batch-sizes'] && <FieldHint>{expected['batch-sizes']}</FieldHint>}
      </FieldGroup>
      <RunFoot
        label="Run writes"
        icon={<Gauge size={16} aria-hidden="true" />}
        explanation={runExplanation}
        refusal={refusals.techniques}
        expected={expected.techniques}
        onRun={onRun}
      />
    </>
  );
}
