// Which parent row each row refers to: evenly, with favourites, or so many children for each.
import type { ReferenceSpread } from '../../../engine/model/recipe/column-generator.ts';
import type { SpreadLimits } from '../../../state/selectors/data/generator/generator-form.ts';
import { spreadChoices, toSpread } from '../../../state/selectors/data/generator/spread-choices.ts';
import { NumberField } from '../../shared/fields/NumberField.tsx';
import styles from './ColumnEditor.module.css';
import { LabelledSelect } from './LabelledSelect.tsx';

export interface SpreadFieldProps {
  label: string;
  spread: ReferenceSpread;
  limits: SpreadLimits;
  isTree: boolean;
  childrenPerParent: number | null;
  onChange: (spread: ReferenceSpread) => void;
}

export function SpreadField({
  label,
  spread,
  limits,
  isTree,
  childrenPerParent,
  onChange,
}: SpreadFieldProps) {
  const { choices, hint } = spreadChoices(spread, isTree, childrenPerParent);
  return (
    <div className={styles.wide}>
      <div className={styles.fields}>
        <LabelledSelect
          label={label}
          value={spread.kind}
          options={choices}
          onChange={(kind) => onChange(toSpread(kind, childrenPerParent))}
        />
        {spread.kind === 'zipf' && (
          <NumberField
            label="Exponent"
            size="sm"
            min={0}
            max={limits.maxExponent}
            step={0.1}
            maximumFractionDigits={3}
            value={spread.exponent}
            onChange={(exponent) => onChange({ ...spread, exponent })}
          />
        )}
        {spread.kind === 'children' && (
          <>
            <NumberField
              label="Fewest children"
              size="sm"
              min={0}
              max={limits.maxChildren}
              value={spread.min}
              onChange={(min) => onChange({ ...spread, min })}
            />
            <NumberField
              label="Most children"
              size="sm"
              min={0}
              max={limits.maxChildren}
              value={spread.max}
              onChange={(max) => onChange({ ...spread, max })}
            />
          </>
        )}
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
