// How often each value of a list is taken: a rule, or a weight for each; the shares stand beside.
import type { Weights } from '../../../engine/model/recipe/column-generator.ts';
import type { LiteralValue } from '../../../engine/model/values.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import type { WeightLimits } from '../../../state/selectors/data/generator/generator-form.ts';
import {
  weightKinds,
  weightRows,
  withWeight,
} from '../../../state/selectors/data/generator/weight-rows.ts';
import { toWeights } from '../../../state/selectors/data/generator/weights.ts';
import { NumberField } from '../../shared/fields/NumberField.tsx';
import styles from './ColumnEditor.module.css';
import { LabelledSelect } from './LabelledSelect.tsx';

export interface WeightsFieldProps {
  label: string;
  weights: Weights;
  values: readonly LiteralValue[];
  limits: WeightLimits;
  onChange: (weights: Weights) => void;
}

export function WeightsField({ label, weights, values, limits, onChange }: WeightsFieldProps) {
  const { rows, rest } = weightRows(weights, values);
  return (
    <div className={styles.wide}>
      <div className={styles.fields}>
        <LabelledSelect
          label={label}
          value={weights.kind}
          options={weightKinds}
          onChange={(kind) => onChange(toWeights(weights, kind, values.length))}
        />
        {weights.kind === 'falling' && (
          <NumberField
            label="Flatness"
            size="sm"
            min={limits.minFlatness}
            max={limits.maxFlatness}
            step={0.5}
            maximumFractionDigits={3}
            value={weights.flatness}
            onChange={(flatness) => onChange({ ...weights, flatness })}
          />
        )}
        {weights.kind === 'power' && (
          <NumberField
            label="Exponent"
            size="sm"
            min={0}
            max={limits.maxExponent}
            step={0.1}
            maximumFractionDigits={3}
            value={weights.exponent}
            onChange={(exponent) => onChange({ ...weights, exponent })}
          />
        )}
      </div>
      <ul className={styles.shares} aria-label="Share of each value">
        {rows.map(({ key, text, weight, share }, place) => (
          <li key={key} className={styles.shareRow}>
            <span className={styles.shareValue} title={text}>
              {text}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className={styles.percent}>{formatPercent(share, 1)}</span>
            {weight !== null && (
              <NumberField
                label={`Weight of ${text}`}
                isLabelHidden
                size="sm"
                className={styles.weight}
                min={0}
                maximumFractionDigits={2}
                value={weight}
                onChange={(next) => onChange(withWeight(weights, place, next))}
              />
            )}
          </li>
        ))}
        {rest && <li className={styles.rest}>{rest}</li>}
      </ul>
    </div>
  );
}
