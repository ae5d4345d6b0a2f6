// What an update sets: a column, to an expression over the row.
import { RotateCcw } from 'lucide-react';
import type { UpdateFields as Fields } from '../../../state/selectors/writes/form/writes-fields.ts';
import type { WritesSettings } from '../../../state/writes-store.ts';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { TextField } from '../../shared/fields/TextField.tsx';
import styles from './fields.module.css';
import { LabelledSelect } from './LabelledSelect.tsx';
import { toOptions } from './to-options.ts';

export interface UpdateFieldsProps {
  fields: Fields;
  onChange: (patch: Partial<WritesSettings>) => void;
}

export function UpdateFields({ fields, onChange }: UpdateFieldsProps) {
  const { column, expression, defaultExpression } = fields;
  return (
    <>
      <LabelledSelect
        label="Column to update"
        value={column}
        options={toOptions(fields.columns)}
        onChange={(updateColumn) => onChange({ updateColumn, updateExpression: null })}
      />
      <div className={styles.expression}>
        <TextField
          label="SET expression"
          isMono
          value={expression}
          placeholder={defaultExpression}
          onChange={(updateExpression) => onChange({ updateExpression })}
          hint={fields.note ?? 'SQL over the row: every run writes the value that it gives.'}
        />
        {expression !== defaultExpression && (
          <IconButton
            label="Back to the expression that fits the column"
            icon={<RotateCcw size={16} aria-hidden="true" />}
            onClick={() => onChange({ updateExpression: null })}
          />
        )}
      </div>
    </>
  );
}
