// The two experiments on constraints: what they cost, and what they protect.
// Decides nothing: reasons come with the form.
import { Gauge, ShieldAlert } from 'lucide-react';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { FieldGroup, FieldHint } from '../fields/FieldGroup.tsx';
import { RunButton } from '../fields/RunButton.tsx';

export interface ConstraintFieldsProps {
  form: WritesForm;
  onMeasure: () => void;
  onTry: () => void;
}

export function ConstraintFields({ form, onMeasure, onTry }: ConstraintFieldsProps) {
  return (
    <>
      <FieldGroup title="What do they cost?">
        <FieldHint>
          The same rows go into tables with one constraint each, and into one without any.
        </FieldHint>
        <RunButton
          label="Measure the cost"
          icon={<Gauge size={16} aria-hidden="true" />}
          isPrimary
          explanation="Makes a table for each constraint and measures the same load into all of them, on a copy."
          refusal={form.refusals.constraints}
          isRefusalShown
          onRun={onMeasure}
        />
        {form.expected.constraints && <FieldHint>{form.expected.constraints}</FieldHint>}
      </FieldGroup>
      <FieldGroup title="What do they protect?">
        <FieldHint>
          For each constraint a row that breaks it alone, inserted under every conflict clause.
        </FieldHint>
        <RunButton
          label="Try to break them"
          icon={<ShieldAlert size={16} aria-hidden="true" />}
          explanation="Inserts bad rows on a copy and shows what SQLite says and what remains. Your data stays as it is."
          refusal={form.trialRefusal}
          isRefusalShown={form.trialRefusal !== form.refusals.constraints}
          onRun={onTry}
        />
      </FieldGroup>
    </>
  );
}
