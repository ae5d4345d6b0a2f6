// Beside the tabs while the charts are shown: which picture, and taking the comparison away.
import type { ChartKind } from '../../state/ui-store.ts';
import { useApp, useUi } from '../shared/app-context.tsx';
import { RadioStrip } from '../shared/controls/RadioStrip.tsx';
import styles from './ChartTools.module.css';
import { ExportMenu } from './ExportMenu.tsx';

const choices: readonly { value: ChartKind; label: string; title: string }[] = [
  { value: 'times', label: 'Times', title: 'Every sample, and each setup against the baseline.' },
  { value: 'order', label: 'Run order', title: 'Round after round: drift and disturbance.' },
  { value: 'distribution', label: 'Distribution', title: 'The share of samples below each time.' },
  { value: 'counters', label: 'Counters', title: 'The work, the same on every machine.' },
  { value: 'parts', label: 'Parts', title: 'Prepare, execute and fetch of a call.' },
];

export function ChartTools() {
  const { ui } = useApp();
  const chart = useUi((state) => state.chart);
  return (
    <>
      <div className={styles.pictures}>
        <RadioStrip
          label="Picture"
          value={chart}
          choices={choices}
          onChange={(next) => ui.setState({ chart: next })}
        />
      </div>
      <div className={styles.export}>
        <ExportMenu />
      </div>
    </>
  );
}
