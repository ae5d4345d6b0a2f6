// On or off, drawn as a switch in its setup's colour. Its role is checkbox.
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { classNames } from '../style/class-names.ts';
import styles from './Switch.module.css';

export interface SwitchProps {
  /** Accessible name: "<index> in <letter>". */
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** Colours it; without, the accent does. */
  setup?: SetupLetter | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

export function Switch({
  label,
  isOn,
  onChange,
  setup,
  isDisabled = false,
  className,
}: SwitchProps) {
  return (
    <BaseCheckbox.Root
      aria-label={label}
      checked={isOn}
      onCheckedChange={(checked) => onChange(checked)}
      disabled={isDisabled}
      data-setup={setup}
      className={classNames(styles.track, className)}
    >
      <span className={styles.thumb} />
    </BaseCheckbox.Root>
  );
}
