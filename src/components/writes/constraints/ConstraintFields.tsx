// The two experiments on constraints: what they cost, and what they protect.
// Decides nothing: reasons come with the form.
import { Gauge, ShieldAlert } from 'lucide-react';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { FieldGroup, FieldHint } from '../fields/FieldGroup.tsx';
import { RunButton } from '../fields/RunButton.tsx';
import { RunFoot } from '../fields/RunFoot.tsx';

export interface ConstraintFieldsProps {
  form: WritesForm;
  onMeasure: () => void;
  onTry: () => void;
}

export function ConstraintFields({ form, onMeasure, onTry }: ConstraintFieldsProps) {
  const { refusals, trialRefusal, expected } = form;
  return (
    <>
      <FieldGroup title="What do they cost?">
        <FieldHint>
          The same rows go into tables with one constraint each, and into one without any.
        </FieldHint>
      </FieldGroup>
      <FieldGroup title="What do they protect?">
        <FieldHint>
          For each constraint a row that breaks it alone, inserted under every conflict clause.
        </FieldHint>
        {trialRefusal !== null && trialRefusal !== refusals.constraints && (
          <FieldHint>{trialRefusal}</FieldHint>
        )}
      </FieldGroup>
      <RunFoot
        label="Measure the cost"
        icon={<Gauge size={16} aria-hidden="true" />}
        explanation="Makes a table for each constraint and measures the same load into all of them, on a copy."
        refusal={refusals.constraints}
        expected={expected.constraints}
        onRun={onMeasure}
      >
        <TryButton refusal={trialRefusal} onTry={onTry} />
      </RunFoot>
    </>
  );
}

export interface TryButtonProps {
  refusal: string | null;
  onTry: () => void;
}

/** At the foot of the fields, and where nothing was tried yet. */
export function TryButton({ refusal, onTry }: TryButtonProps) {
  return (
    <RunButton
      label="Try to break them"
      icon={<ShieldAlert size={16} aria-hidden="true" />}
      explanation="Inserts bad rows on a copy and shows what SQLite says and what remains. Your data stays as it is."
      refusal={refusal}
      onRun={onTry}
    />
  );
}
