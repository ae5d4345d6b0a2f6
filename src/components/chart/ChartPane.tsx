// The charts of the selected query and its verdicts in words. The charts load when first shown.
// Keeps away from drawing (src/charts) and from the words (selectors).

import { ChartNoAxesCombined } from 'lucide-react';
import { lazy, memo, Suspense, useDeferredValue } from 'react';
import { ratiosRows, timesRows, verdictSentences } from '../../state/selectors/chart-rows.ts';
import { environmentLine } from '../../state/selectors/comparison-summary.ts';
import type { QueryDetail } from '../../state/selectors/query-detail.ts';
import { useApp } from '../shared/app-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { SetupChip } from '../shared/SetupChip.tsx';
import { Spinner } from '../shared/Spinner.tsx';
import { useQueryDetail } from '../shared/use-query-detail.ts';
import styles from './ChartPane.module.css';

const TimesChart = lazy(async () => ({
  default: (await import('../../charts/TimesChart.tsx')).TimesChart,
}));
const RatiosChart = lazy(async () => ({
  default: (await import('../../charts/RatiosChart.tsx')).RatiosChart,
}));

export function ChartPane() {
  const detail = useQueryDetail();
  // Drawing takes a while and comes with every round: a click on a switch goes first.
  const drawn = useDeferredValue(detail);
  if (!detail) {
    return (
      <EmptyState isCompact title="No query selected">
        Select a query in the bench or write one.
      </EmptyState>
    );
  }
  const isMeasured = detail.environment !== null;
  return (
    <div className={styles.pane}>
      {/* In front of the picture: they are what is read when there is room for one of the two. */}
      <Sentences detail={detail} />
      {isMeasured ? <Charts detail={drawn ?? detail} /> : <NotMeasured detail={detail} />}
      {detail.environment && (
        <p className={styles.environment}>{environmentLine(detail.environment)}</p>
      )}
    </div>
  );
}

function NotMeasured({ detail }: { detail: QueryDetail }) {
  const app = useApp();
  const count = detail.setups.length;
  if (!detail.hasStatement) {
    return (
      <EmptyState isCompact title="No statement yet">
        Write the statement of “{detail.name}” in the query editor.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      isCompact
      icon={<ChartNoAxesCombined size={20} aria-hidden="true" />}
      title="Not measured yet"
    >
      Press Compare to measure “{detail.name}”{count > 1 && ` in all ${count} setups, side by side`}
      . What SQLite will do is known already:{' '}
      <button
        type="button"
        className={styles.link}
        onClick={() => app.ui.setState({ detailTab: 'plan' })}
      >
        show the plan
      </button>
    </EmptyState>
  );
}

const Charts = memo(function Charts({ detail }: { detail: QueryDetail }) {
  const ratios = ratiosRows(detail);
  return (
    <Suspense
      fallback={
        <p className={styles.loading}>
          <Spinner /> Loading the charts
        </p>
      }
    >
      <div className={styles.charts} data-single={ratios.length < 2 || undefined}>
        <TimesChart label={`Times of ${detail.name}`} rows={timesRows(detail)} />
        {ratios.length > 1 && <RatiosChart label={`Ratios of ${detail.name}`} rows={ratios} />}
      </div>
    </Suspense>
  );
});

function Sentences({ detail }: { detail: QueryDetail }) {
  const sentences = verdictSentences(detail);
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.sentences} aria-label={`Verdicts of ${detail.name}`}>
      {sentences.map(({ letter, name, text, tone, isStale }) => (
        <li key={letter ?? 'all'} data-tone={tone} data-stale={isStale || undefined}>
          {letter && <SetupChip letter={letter} size="sm" isStale={isStale} title={name} />}
          <span>
            {isStale && <b>Stale: </b>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
