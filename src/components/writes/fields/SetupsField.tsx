// Which setups are measured: a checkbox each, with the setup's letter.
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { Checkbox } from '../../shared/controls/Checkbox.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { FieldSet } from './FieldGroup.tsx';
import styles from './fields.module.css';

export interface SetupsFieldProps {
  setups: readonly {
    id: string;
    letter: SetupLetter;
    name: string;
    isMeasured: boolean;
    /** That another writes the same. */
    note: string | null;
  }[];
  onChange: (setupId: string, isMeasured: boolean) => void;
}

export function SetupsField({ setups, onChange }: SetupsFieldProps) {
  return (
    <FieldSet legend="Setups">
      {setups.map(({ id, letter, name, isMeasured, note }) => (
        <Checkbox
          key={id}
          isChecked={isMeasured}
          onChange={(isChecked) => onChange(id, isChecked)}
          hint={note ?? undefined}
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
