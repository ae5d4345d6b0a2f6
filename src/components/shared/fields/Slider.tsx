// A value by dragging. With a scale it moves over magnitudes (logScale) instead of even steps.
import { Slider as BaseSlider } from '@base-ui/react/slider';
import { classNames } from '../style/class-names.ts';
import type { SliderScale } from './log-scale.ts';
import styles from './Slider.module.css';

export interface SliderProps {
  /** Accessible name. */
  label: string;
  value: number;
  /** While dragging. */
  onChange: (value: number) => void;
  /** When let go. */
  onCommit?: ((value: number) => void) | undefined;
  /** Says the value to assistive technology: "100,000 rows". */
  formatValue: (value: number) => string;
  /** Without a scale: even steps from min to max. */
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  scale?: SliderScale | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

export function Slider({
  label,
  value,
  onChange,
  onCommit,
  formatValue,
  min = 0,
  max = 100,
  step = 1,
  scale,
  isDisabled = false,
  className,
}: SliderProps) {
  const toValue = scale?.toValue ?? ((position: number) => position);
  return (
    <BaseSlider.Root
      value={scale ? scale.toPosition(value) : value}
      min={scale ? 0 : min}
      max={scale ? scale.steps : max}
      step={scale ? 1 : step}
      largeStep={scale ? 3 : step * 10}
      onValueChange={(position: number) => onChange(toValue(position))}
      onValueCommitted={(position: number) => onCommit?.(toValue(position))}
      disabled={isDisabled}
      thumbAlignment="edge"
      className={classNames(styles.root, className)}
    >
      <BaseSlider.Control className={styles.control}>
        <BaseSlider.Track className={styles.track}>
          <BaseSlider.Indicator className={styles.indicator} />
          <BaseSlider.Thumb
            className={styles.thumb}
            aria-label={label}
            getAriaValueText={() => formatValue(value)}
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}
