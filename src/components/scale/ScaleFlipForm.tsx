// Find the flip: the two setups whose winner changes somewhere along the axis.
// Keeps away from what was found; the results say it.
import { Crosshair } from 'lucide-react';
import type { ScaleForm } from '../../state/selectors/scale/scale-form.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './ScaleLab.module.css';

export interface ScaleFlipFormProps {
  form: ScaleForm;
  onChange: (setupIds: [string, string]) => void;
  onFind: () => void;
}

export function ScaleFlipForm({ form, onChange, onFind }: ScaleFlipFormProps) {
  const [one, other] = form.flipIds;
  const measured = form.setups.filter(({ isMeasured }) => isMeasured);
  if (measured.length < 2) return null;
  const options = measured.map(({ id, letter, name }) => ({
    value: id,
    label: name,
    setup: letter,
  }));
  return (
    <div className={styles.form}>
      <h2>Where does the winner change?</h2>
      <div className={styles.pair}>
        <Select
          label="Flip of"
          value={one}
          options={options}
          onChange={(id) => onChange(id === other ? [id, one] : [id, other])}
        />
        <Select
          label="Flip against"
          value={other}
          options={options}
          onChange={(id) => onChange(id === one ? [other, id] : [one, id])}
        />
      </div>
      <p className={styles.hint}>
        Measures both ends of the axis, then halves what lies between, up to 12 points.
      </p>
      <Tooltip
        content={
          form.flipRefusal ??
          'Searches the row count or share at which the faster of the two changes.'
        }
        side="right"
      >
        <Button
          icon={<Crosshair size={16} aria-hidden="true" />}
          disabled={form.flipRefusal !== null}
          focusableWhenDisabled
          onClick={onFind}
        >
          Find the flip
        </Button>
      </Tooltip>
    </div>
  );
}
