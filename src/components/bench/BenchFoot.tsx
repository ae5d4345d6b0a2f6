// Beneath the grid: who wins over the workload, and what colours the cells and means by it.
// Draws what it is given; nothing here is part of the grid.
import type { HeatLegend } from '../../state/selectors/bench/heat.ts';
import type { WorkloadView } from '../../state/selectors/bench/workload-view.ts';
import type { Heat } from '../../state/ui-store.ts';
import { RadioStrip } from '../shared/controls/RadioStrip.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './BenchFoot.module.css';

export interface BenchFootProps {
  workload: WorkloadView | null;
  heat: Heat;
  legend: HeatLegend | null;
  onHeat: (heat: Heat) => void;
}

const choices: readonly { value: Heat; label: string; title: string }[] = [
  { value: 'none', label: 'None', title: 'No colours.' },
  { value: 'ratio', label: 'Ratio', title: 'How much faster or slower than the baseline.' },
  { value: 'steps', label: 'VM steps', title: 'How much work, against the baseline’s.' },
];

export function BenchFoot({ workload, heat, legend, onHeat }: BenchFootProps) {
  return (
    <div className={styles.foot}>
      {workload && (
        <Tooltip content={`${workload.headline}. ${workload.tip}`} side="top">
          <p className={styles.winner} data-stale={workload.isStale || undefined}>
            {workload.isStale && <span className={styles.stale}>Stale: </span>}
            {workload.isMeasuring && 'So far: '}
            {workload.headline}
          </p>
        </Tooltip>
      )}
      <div className={styles.colour}>
        {legend && <Legend legend={legend} />}
        <span className={styles.label} aria-hidden="true">
          Colour
        </span>
        <RadioStrip label="Colour of the cells" value={heat} choices={choices} onChange={onHeat} />
      </div>
    </div>
  );
}

function Legend({ legend: { tones, low, high, note } }: { legend: HeatLegend }) {
  return (
    <Tooltip content={`From ${low} to ${high}, on a log scale. ${note}`} side="top">
      <p className={styles.legend}>
        <span>{low}</span>
        <span
          className={styles.scale}
          data-low={tones.low}
          data-high={tones.high}
          aria-hidden="true"
        />
        <span>{high}</span>
      </p>
    </Tooltip>
  );
}
