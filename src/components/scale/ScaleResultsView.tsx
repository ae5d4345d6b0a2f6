// What the Scale lab found out: the chart, a sentence for each setup and pair, and what to know of it.
// The chart loads when first shown. Keeps away from the words: selectors make them.
import { Copy } from 'lucide-react';
import { lazy, memo } from 'react';
import type { ScaleResults } from '../../state/selectors/scale/scale-results.ts';
import { Button } from '../shared/controls/Button.tsx';
import { FindingList } from '../shared/findings/FindingList.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { WhileLoading } from '../shared/messages/WhileLoading.tsx';
import styles from './ScaleLab.module.css';

const ScaleChart = lazy(async () => ({
  default: (await import('../../charts/scale/ScaleChart.tsx')).ScaleChart,
}));

export interface ScaleResultsViewProps {
  results: ScaleResults;
  onCopy: () => void;
}

export function ScaleResultsView({ results, onCopy }: ScaleResultsViewProps) {
  const { heading, findings, notes, isEmpty, isStale, problem, environment } = results;
  return (
    <>
      {isStale && (
        <Banner tone="warning" isAnnounced={false}>
          Stale: the playground has changed since this was measured. Run scale measures it again.
        </Banner>
      )}
      {problem && <Fault error={problem} />}
      <div className={styles.found}>
        <div className={styles.heading}>
          <h2>{heading}</h2>
          <Button
            variant="ghost"
            icon={<Copy size={16} aria-hidden="true" />}
            disabled={isEmpty}
            onClick={onCopy}
          >
            Copy as Markdown
          </Button>
        </div>
        <FindingList findings={findings} isStale={isStale} />
      </div>
      <Chart results={results} />
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {environment && <p className={styles.hint}>{environment}</p>}
    </>
  );
}

const Chart = memo(function Chart({ results }: { results: ScaleResults }) {
  return (
    <WhileLoading what="the chart">
      <ScaleChart
        label={results.label}
        xKind={results.xKind}
        xTitle={results.xTitle}
        series={results.series}
        crossovers={results.crossovers}
        bracket={results.bracket}
        note={results.chartNote}
        emptyText="The first point is being measured."
      />
    </WhileLoading>
  );
});
