// Which techniques are measured: a checkbox each. What each does is said on hover, and all of them
// together behind a button, for keys and touch.
import { Info } from 'lucide-react';
import type { TechniqueId } from '../../../engine/model/writes/technique.ts';
import type { TechniqueChoice } from '../../../state/selectors/writes/form/writes-fields.ts';
import { Checkbox } from '../../shared/controls/Checkbox.tsx';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { Popover } from '../../shared/overlays/Popover.tsx';
import { FieldSet } from '../fields/FieldGroup.tsx';
import styles from './techniques.module.css';

export interface TechniqueChoicesProps {
  techniques: readonly TechniqueChoice[];
  onChange: (id: TechniqueId, isMeasured: boolean) => void;
}

export function TechniqueChoices({ techniques, onChange }: TechniqueChoicesProps) {
  if (techniques.length === 0) return null;
  return (
    <div className={styles.choices}>
      <FieldSet legend="Techniques">
        {techniques.map(({ id, name, explanation, isMeasured, reason }) => (
          <Checkbox
            key={id}
            isChecked={isMeasured}
            isDisabled={reason !== null}
            onChange={(isChecked) => onChange(id, isChecked)}
            hint={reason ?? undefined}
            label={
              <Explained content={explanation} isFocusable={false} side="right">
                {name}
              </Explained>
            }
          />
        ))}
      </FieldSet>
      <div className={styles.whatTheyDo}>
        <Popover
          title="What the techniques do"
          align="end"
          trigger={
            <IconButton
              label="What the techniques do"
              size="sm"
              icon={<Info size={16} aria-hidden="true" />}
            />
          }
        >
          <dl className={styles.explanations}>
            {techniques.map(({ id, name, explanation }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd>{explanation}</dd>
              </div>
            ))}
          </dl>
        </Popover>
      </div>
    </div>
  );
}
