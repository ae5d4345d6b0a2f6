// The settings of one parameter generator: its values, its range, or the SELECT that gives them.
// Keeps away from choosing the kind.
import type { ParameterGenerator } from '../../engine/model/playground.ts';
import {
  formatLiteral,
  formatLiterals,
  literalProblem,
  literalsProblem,
  parseLiteral,
  parseLiterals,
} from '../../state/selectors/literals.ts';
import { LiteralField } from '../shared/fields/LiteralField.tsx';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { TextField } from '../shared/fields/TextField.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './ParameterRow.module.css';

export interface GeneratorFormProps {
  /** Of the parameter, with its prefix. */
  name: string;
  generator: ParameterGenerator;
  /** The column with text that the parameter is compared with, if it is. */
  textColumn: string | null;
  error: string | null;
  onChange: (generator: ParameterGenerator) => void;
}

const literalForms = "42 is a number, NULL is NULL, anything else is text; '42' is text too.";

export function GeneratorForm(props: GeneratorFormProps) {
  const { name, generator, textColumn, error, onChange } = props;
  switch (generator.kind) {
    case 'constant':
      return (
        <div className={styles.wide} title={literalForms}>
          <LiteralField
            label={`Value of ${name}`}
            value={generator.value}
            parse={parseLiteral}
            problemOf={literalProblem}
            format={formatLiteral}
            placeholder="42, text or NULL"
            error={error}
            onChange={(value) => onChange({ ...generator, value })}
          />
        </div>
      );
    case 'list':
      return (
        <div
          className={styles.wide}
          title={`Values between commas. ${literalForms} Quote a text that has a comma in it.`}
        >
          <LiteralField
            label={`Values of ${name}`}
            value={generator.values}
            parse={parseLiterals}
            problemOf={literalsProblem}
            format={formatLiterals}
            placeholder="Toys, 'Home, Garden', 42"
            error={error}
            onChange={(values) => onChange({ ...generator, values })}
          />
        </div>
      );
    case 'uniform':
    case 'zipf':
      return (
        <div className={styles.range}>
          <Bound
            label={`Smallest ${name}`}
            value={generator.min}
            onChange={(min) => onChange({ ...generator, min })}
          />
          <span className={styles.word}>to</span>
          <Bound
            label={`Largest ${name}`}
            value={generator.max}
            onChange={(max) => onChange({ ...generator, max })}
          />
          {generator.kind === 'zipf' && (
            <Exponent
              name={name}
              meaning="The k-th value of the range is drawn with the weight 1 / k to this power: 0 draws all alike, 1 is the usual Zipf."
              value={generator.exponent}
              onChange={(exponent) => onChange({ ...generator, exponent })}
            />
          )}
          {error && <p className={styles.error}>{error}</p>}
          {textColumn && !error && (
            <p className={styles.hint}>
              {textColumn} holds text: numbers will hardly match any of it. Choose From a query or
              List.
            </p>
          )}
        </div>
      );
    case 'query':
      return (
        <div className={styles.below}>
          <TextField
            className={styles.sql}
            label={`Query for ${name}`}
            isLabelHidden
            isMono
            size="sm"
            placeholder="SELECT DISTINCT category FROM products"
            title="Its first column gives the values, in the order in which they come."
            error={error}
            value={generator.sql}
            onChange={(sql) => onChange({ ...generator, sql })}
          />
          <Exponent
            name={name}
            meaning="The k-th row is drawn with the weight 1 / k to this power: 0 draws all alike, 1 takes the first ones most often (Zipf)."
            value={generator.exponent}
            onChange={(exponent) => onChange({ ...generator, exponent })}
          />
        </div>
      );
  }
}

interface BoundProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function Bound({ label, value, onChange }: BoundProps) {
  return (
    <NumberField
      className={styles.bound}
      label={label}
      isLabelHidden
      size="sm"
      min={Number.MIN_SAFE_INTEGER}
      max={Number.MAX_SAFE_INTEGER}
      value={value}
      onChange={onChange}
    />
  );
}

interface ExponentProps {
  name: string;
  meaning: string;
  value: number;
  onChange: (value: number) => void;
}

function Exponent({ name, meaning, value, onChange }: ExponentProps) {
  return (
    <span className={styles.skew}>
      <Explained content={meaning} className={styles.word}>
        skew
      </Explained>
      <NumberField
        className={styles.exponent}
        label={`Skew of ${name}`}
        isLabelHidden
        size="sm"
        min={0}
        max={10}
        step={0.1}
        maximumFractionDigits={3}
        value={value}
        onChange={onChange}
      />
    </span>
  );
}
