// What the Scale lab found out: the chart, a sentence for each setup and pair, and what to know of it.
// The chart loads when first shown. Keeps away from the words: selectors make them.
import { Copy } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import type { ScaleResults } from '../../state/selectors/scale/scale-results.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import styles from './ScaleLab.module.css';

const ScaleChart = lazy(async () => ({
  default: (await import('../../charts/scale/ScaleChart.tsx')).ScaleChart,
}));

export interface ScaleResultsViewProps {
  results: ScaleResults;
  onCopy: () => void;
}

export function ScaleResultsView({ results, onCopy }: ScaleResultsViewProps) {
  return (
    <>
      {results.isStale && (
        <Banner tone="warning" isAnnounced={false}>
          Stale: the playground has changed since this was measured. Run scale measures it again.
        </Banner>
      )}
      {results.problem && <Fault error={results.problem} />}
      <Findings results={results} onCopy={onCopy} />
      <Chart results={results} />
      {results.notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {results.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {results.environment && <p className={styles.hint}>{results.environment}</p>}
    </>
  );
}

const Chart = memo(function Chart({ results }: { results: ScaleResults }) {
  return (
    <Suspense
      fallback={
        <p className={styles.loading}>
          <Spinner /> Loading the chart
        </p>
      }
    >
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
    </Suspense>
  );
});

function Findings({ results, onCopy }: ScaleResultsViewProps) {
  return (
    <div className={styles.findings} data-stale={results.isStale || undefined}>
      <div className={styles.heading}>
        <h2>{results.heading}</h2>
        <Button
          variant="ghost"
          icon={<Copy size={16} aria-hidden="true" />}
          disabled={results.series.every(({ points }) => points.length === 0)}
          onClick={onCopy}
        >
          Copy as Markdown
        </Button>
      </div>
      <ul aria-label="Findings">
        {results.sentences.map(({ kind, letters, text, explanation }) => (
          <li key={`${kind} ${letters.join(' ')}`}>
            <span className={styles.chips}>
              {letters.map((letter) => (
                <SetupChip key={letter} letter={letter} size="sm" isStale={results.isStale} />
              ))}
            </span>
            <Explained content={explanation} className={styles.finding}>
              {text}
            </Explained>
          </li>
        ))}
      </ul>
    </div>
  );
}
