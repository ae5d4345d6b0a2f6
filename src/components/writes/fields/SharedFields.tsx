// The fields that the lab's views share: which table, how many rows, how long, which setups.
// Decides nothing: choices and reasons come with the form.
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import type { WritesSettings } from '../../../state/writes-store.ts';
import { FieldGroup, FieldHint, FieldPair } from './FieldGroup.tsx';
import { LabelledSelect } from './LabelledSelect.tsx';
import { SetupsField } from './SetupsField.tsx';
import { toOptions } from './to-options.ts';

export interface SharedFieldsProps {
  form: WritesForm;
  /** False where index sets or table variants stand in the place of setups. */
  hasSetups: boolean;
  onChange: (patch: Partial<WritesSettings>) => void;
  onMeasuredChange: (setupId: string, isMeasured: boolean) => void;
}

export function SharedFields({ form, hasSetups, onChange, onMeasuredChange }: SharedFieldsProps) {
  return (
    <FieldGroup>
      <LabelledSelect
        label="Table"
        value={form.table}
        options={toOptions(form.tables)}
        onChange={(table) => onChange({ table })}
      />
      <FieldPair>
        <LabelledSelect
          label="Rows to write"
          value={form.rows}
          options={toOptions(form.rowChoices)}
          onChange={(rows) => onChange({ rows: Number(rows) })}
        />
        <LabelledSelect
          label="Time for all"
          value={form.budget}
          options={toOptions(form.budgets)}
          onChange={(budgetMs) => onChange({ budgetMs: Number(budgetMs) })}
        />
      </FieldPair>
      {form.rowsNote && <FieldHint>{form.rowsNote}</FieldHint>}
      {hasSetups && (
        <>
          <SetupsField setups={form.setups} onChange={onMeasuredChange} />
          {form.indexNote && <FieldHint>{form.indexNote}</FieldHint>}
        </>
      )}
    </FieldGroup>
  );
}
