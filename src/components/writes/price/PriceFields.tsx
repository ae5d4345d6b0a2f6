// What the price of indexes is measured with: which operations.
// Decides nothing: choices and reasons come with the form.
import { Scale } from 'lucide-react';
import type { WriteOperation } from '../../../engine/model/writes/technique.ts';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import type { WritesSettings } from '../../../state/writes-store.ts';
import { Checkbox } from '../../shared/controls/Checkbox.tsx';
import { FieldGroup, FieldHint, FieldSet } from '../fields/FieldGroup.tsx';
import { LabelledSelect } from '../fields/LabelledSelect.tsx';
import { RunFoot } from '../fields/RunFoot.tsx';
import { toOptions } from '../fields/to-options.ts';
import { UpdateFields } from '../fields/UpdateFields.tsx';
import { priceExplanation } from './price-explanation.ts';

export interface PriceFieldsProps {
  form: WritesForm;
  onChange: (patch: Partial<WritesSettings>) => void;
  onRun: () => void;
}

export function PriceFields({ form, onChange, onRun }: PriceFieldsProps) {
  const { priceOperations, priceSetsNote } = form;
  const measured = priceOperations.filter(({ isMeasured }) => isMeasured);
  const setMeasured = (operation: WriteOperation, isOn: boolean) => {
    const wanted = priceOperations
      .filter(({ value, isMeasured }) => (value === operation ? isOn : isMeasured))
      .map(({ value }) => value);
    if (wanted.length > 0) onChange({ priceOperations: wanted });
  };
  return (
    <>
      <FieldGroup>
        {form.priceStarts.length > 1 && (
          <LabelledSelect
            label="Start from"
            value={form.priceStart}
            options={toOptions(form.priceStarts)}
            onChange={(start) => onChange({ start })}
          />
        )}
        <FieldSet legend="Operations">
          {priceOperations.map(({ value, label, reason, isMeasured }) => (
            <Checkbox
              key={value}
              label={label}
              isChecked={isMeasured && reason === null}
              isDisabled={reason !== null || (isMeasured && measured.length === 1)}
              hint={reason ?? undefined}
              onChange={(isOn) => setMeasured(value, isOn)}
            />
          ))}
        </FieldSet>
        {form.priceUpdate && <UpdateFields fields={form.priceUpdate} onChange={onChange} />}
        {priceSetsNote && (
          <FieldHint>
            {priceSetsNote} All operations write the same number of rows, so that their prices
            compare.
          </FieldHint>
        )}
      </FieldGroup>
      <RunFoot
        label="Measure the price"
        icon={<Scale size={16} aria-hidden="true" />}
        explanation={priceExplanation}
        refusal={form.refusals['index-price']}
        expected={form.expected['index-price']}
        onRun={onRun}
      />
    </>
  );
}
