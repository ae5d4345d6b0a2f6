// The latency of a network that is not there: added to each round trip, in pictures and table.
import { latencyValueText } from '../../../state/selectors/writes/techniques/simulated-latency.ts';
import { maxLatencyMs } from '../../../state/writes-store.ts';
import { Slider } from '../../shared/fields/Slider.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import styles from './techniques.module.css';

export interface LatencyFieldProps {
  latencyMs: number;
  onChange: (latencyMs: number) => void;
}

export function LatencyField({ latencyMs, onChange }: LatencyFieldProps) {
  return (
    <div className={styles.latency}>
      <Explained content="Nothing is sent over a network here. For each round trip of a technique the latency is added to its measured time, as of a client that waits for every answer: statements, and BEGIN and COMMIT.">
        Simulated round-trip latency
      </Explained>
      <Slider
        label="Simulated round-trip latency"
        value={latencyMs}
        min={0}
        max={maxLatencyMs}
        step={1}
        formatValue={latencyValueText}
        onChange={onChange}
        className={styles.latencySlider}
      />
      {/* The slider says it itself; an output would be a second live region of the page. */}
      <span className={styles.latencyValue} aria-hidden="true">
        {latencyValueText(latencyMs)}
      </span>
    </div>
  );
}
