// What is known of the selected query: charts, plans, rows, each in a tab.
// Keeps away from the panes' contents; they read for themselves.

import { comparisonSummary } from '../../state/selectors/chart/comparison-summary.ts';
import { ChartPane } from '../chart/ChartPane.tsx';
import { ChartTools } from '../chart/ChartTools.tsx';
import { PinButton } from '../pinned/PinButton.tsx';
import { PinnedFigures } from '../pinned/PinnedFigures.tsx';
import { PinnedWords } from '../pinned/PinnedWords.tsx';
import { PlanPane } from '../plan/PlanPane.tsx';
import { RowsPane } from '../rows/RowsPane.tsx';
import { useApp, useUi } from '../shared/app-context.tsx';
import { Tabs } from '../shared/controls/Tabs.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { useQueryDetail } from '../shared/use-query-detail.ts';
import styles from './Detail.module.css';
import { LargeButton } from './LargeButton.tsx';

export function Detail() {
  const app = useApp();
  const tab = useUi((ui) => ui.detailTab);
  return (
    <Tabs
      label="Detail of the selected query"
      value={tab}
      onValueChange={(detailTab) => app.ui.setState({ detailTab })}
      className={styles.detail}
      trailing={
        <>
          {tab === 'chart' ? <ChartTrailing /> : <Summary />}
          <PinButton />
          <LargeButton />
        </>
      }
      tabs={[
        {
          id: 'chart',
          label: 'Chart',
          panel: <ChartPane pinnedWords={<PinnedWords />} pinnedFigures={<PinnedFigures />} />,
        },
        { id: 'plan', label: 'Plan', panel: <PlanPane /> },
        { id: 'rows', label: 'Rows', panel: <RowsPane /> },
      ]}
    />
  );
}

/** The charts say how they were measured beside themselves: here stands whose they are. */
function ChartTrailing() {
  const detail = useQueryDetail();
  return (
    <>
      <p className={styles.subject}>{detail?.name}</p>
      <ChartTools />
    </>
  );
}

/** "expensive in a category · 24 rounds · clock tick 5 µs · control ±2 %". */
function Summary() {
  const detail = useQueryDetail();
  if (!detail) return null;
  return (
    <p className={styles.summary}>
      <span className={styles.query}>{detail.name}</span>
      {comparisonSummary(detail).map(({ id, text, explanation }) => (
        <Tooltip key={id} content={explanation}>
          <span className={styles.part}>{text}</span>
        </Tooltip>
      ))}
    </p>
  );
}
