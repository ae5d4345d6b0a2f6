// A checkbox with its label beside it.
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  label: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  isMixed?: boolean | undefined;
  hint?: ReactNode;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

export function Checkbox({
  label,
  isChecked,
  onChange,
  isMixed = false,
  hint,
  isDisabled = false,
  className,
}: CheckboxProps) {
  const id = useId();
  const Icon = isMixed ? Minus : Check;
  return (
    <div className={classNames(styles.row, className)}>
      <BaseCheckbox.Root
        id={id}
        checked={isChecked}
        indeterminate={isMixed}
        onCheckedChange={(checked) => onChange(checked)}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={styles.box}
      >
        <BaseCheckbox.Indicator className={styles.mark}>
          <Icon size={12} strokeWidth={3} aria-hidden="true" />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <div className={styles.text}>
        <label id={`${id}-label`} htmlFor={id} data-disabled={isDisabled || undefined}>
          {label}
        </label>
        {hint !== undefined && (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
