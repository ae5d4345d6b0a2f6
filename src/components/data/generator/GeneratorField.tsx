// One field of a generator's form, drawn by its type.
// Knows no generator: label, limits and options come with the field.
import type {
  ColumnSurroundings,
  FieldValue,
  FieldView,
} from '../../../state/selectors/data/generator/generator-form.ts';
import { formatLiteral, literalProblem, parseLiteral } from '../../../state/selectors/literals.ts';
import { LiteralField } from '../../shared/fields/LiteralField.tsx';
import { NumberField } from '../../shared/fields/NumberField.tsx';
import { TextField } from '../../shared/fields/TextField.tsx';
import styles from './ColumnEditor.module.css';
import { ExpressionField } from './ExpressionField.tsx';
import { LabelledSelect } from './LabelledSelect.tsx';
import { LinesField } from './LinesField.tsx';
import { SpreadField } from './SpreadField.tsx';
import { WeightsField } from './WeightsField.tsx';

export interface GeneratorFieldProps {
  field: FieldView;
  surroundings: ColumnSurroundings;
  onChange: (value: FieldValue) => void;
}

export function GeneratorField({ field, surroundings, onChange }: GeneratorFieldProps) {
  switch (field.type) {
    case 'integer':
    case 'number':
      return (
        <NumberField
          label={field.label}
          size="sm"
          min={field.min}
          max={field.max}
          step={field.type === 'integer' ? 1 : 0.1}
          largeStep={field.type === 'integer' ? 10 : 1}
          maximumFractionDigits={field.type === 'integer' ? 0 : 6}
          unit={field.unit}
          value={field.value}
          onChange={onChange}
        />
      );
    case 'share':
      return (
        <NumberField
          label={field.label}
          size="sm"
          min={0}
          max={100}
          maximumFractionDigits={2}
          unit="%"
          value={field.value * 100}
          onChange={(percent) => onChange(percent / 100)}
        />
      );
    case 'text':
      return (
        <TextField
          label={field.label}
          className={styles.wide}
          size="sm"
          isMono
          maxLength={field.maxLength}
          hint={field.hint}
          value={field.value}
          onChange={onChange}
        />
      );
    case 'day':
      return (
        <TextField
          label={field.label}
          size="sm"
          type="date"
          required
          value={field.value}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <LabelledSelect
          label={field.label}
          value={field.value}
          options={field.options}
          onChange={onChange}
        />
      );
    case 'value':
      return (
        <LiteralField
          label={field.label}
          isLabelHidden={false}
          value={field.value}
          parse={parseLiteral}
          problemOf={literalProblem}
          format={formatLiteral}
          placeholder="42, text or NULL"
          onChange={onChange}
        />
      );
    case 'values':
      return <LinesField label={field.label} values={field.value} onChange={onChange} />;
    case 'weights':
      return (
        <WeightsField
          label={field.label}
          weights={field.value}
          values={field.list}
          limits={field.limits}
          onChange={onChange}
        />
      );
    case 'spread':
      return (
        <SpreadField
          label={field.label}
          spread={field.value}
          limits={field.limits}
          isTree={surroundings.isTree}
          childrenPerParent={surroundings.childrenPerParent}
          onChange={onChange}
        />
      );
    case 'expression':
      return (
        <ExpressionField
          label={field.label}
          sql={field.value}
          columns={surroundings.otherColumns}
          onChange={onChange}
        />
      );
  }
}
