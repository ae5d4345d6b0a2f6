// Which setups are measured: a checkbox each, with the setup's letter.
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { Checkbox } from '../../shared/controls/Checkbox.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { FieldSet } from './FieldGroup.tsx';
import styles from './fields.module.css';

export interface SetupsFieldProps {
  setups: readonly { id: string; letter: SetupLetter; name: string; isMeasured: boolean }[];
  onChange: (setupId: string, isMeasured: boolean) => void;
}

export function SetupsField({ setups, onChange }: SetupsFieldProps) {
  return (
    <FieldSet legend="Setups">
      {setups.map(({ id, letter, name, isMeasured }) => (
        <Checkbox
          key={id}
          isChecked={isMeasured}
          onChange={(isChecked) => onChange(id, isChecked)}
          label={
            <span className={styles.setup}>
              <SetupChip letter={letter} size="sm" /> {name}
            </span>
          }
        />
      ))}
    </FieldSet>
  );
}
