// A number with thousands grouped while not being typed. Role spinbutton; arrows step it.
import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { ControlSize } from '../controls/Button.tsx';
import { classNames } from '../style/class-names.ts';
import { clampWords } from './clamp-words.ts';
import styles from './NumberField.module.css';
import field from './TextField.module.css';

export interface NumberFieldProps {
  /** Accessible name; drawn above the field unless `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean | undefined;
  value: number;
  /** While typing and stepping; only with a number, never when the field is empty. */
  onChange: (value: number) => void;
  /** Once the user leaves the field, presses Enter or steps. */
  onCommit?: ((value: number) => void) | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  largeStep?: number | undefined;
  /** Digits after the point that may be typed; 0 by default. */
  maximumFractionDigits?: number | undefined;
  /** Off for seeds and years. */
  isGrouped?: boolean | undefined;
  /** After the number: "rows", "ms". Not part of the name. */
  unit?: string | undefined;
  hint?: ReactNode;
  error?: string | null | undefined;
  size?: ControlSize | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/** As long as one takes to see that the number is another one, and to read why. */
const clampShownMs = 4000;

export function NumberField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  onCommit,
  min,
  max,
  step = 1,
  largeStep = step * 10,
  maximumFractionDigits = 0,
  isGrouped = true,
  unit,
  hint,
  error,
  size = 'md',
  isDisabled = false,
  className,
}: NumberFieldProps) {
  const id = useId();
  const [clamp, setClamp] = useState<string | null>(null);
  useEffect(() => {
    if (clamp === null) return;
    const timer = setTimeout(() => setClamp(null), clampShownMs);
    return () => clearTimeout(timer);
  }, [clamp]);
  const hasError = error !== undefined && error !== null && error !== '';
  const hasNote = hasError || hint !== undefined;
  return (
    <BaseNumberField.Root
      id={id}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      onValueCommitted={(next) => {
        if (next !== null) onCommit?.(next);
      }}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep}
      format={{ maximumFractionDigits, useGrouping: isGrouped }}
      locale="en-US"
      disabled={isDisabled}
      className={classNames(field.field, className)}
    >
      {!isLabelHidden && (
        <label className={field.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        <BaseNumberField.Input
          role="spinbutton"
          aria-roledescription={undefined}
          aria-label={isLabelHidden ? label : undefined}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-invalid={hasError || undefined}
          aria-describedby={hasNote ? `${id}-note` : undefined}
          autoComplete="off"
          className={classNames(field.input, styles.input)}
          data-size={size}
          data-unit={unit}
          onBlur={(event) => setClamp(clampWords(event.currentTarget.value, min, max))}
          onKeyDown={(event) => {
            // Leaving the field commits it; Enter should do the same and stay.
            if (event.key === 'Enter') {
              event.currentTarget.blur();
              event.currentTarget.focus();
            }
          }}
        />
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
        <span className={styles.clamp} aria-live="polite">
          {clamp}
        </span>
      </div>
      {hasNote && (
        <div id={`${id}-note`} className={field.note} data-error={hasError || undefined}>
          {hasError ? error : hint}
        </div>
      )}
    </BaseNumberField.Root>
  );
}
