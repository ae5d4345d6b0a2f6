// The chosen picture of the selected query. Each chart loads when it is first shown, and is drawn
// after what the user does: a click on a switch goes first. Keeps away from the charts' insides.
import { lazy, memo, useDeferredValue } from 'react';
import { isBusy } from '../../state/activity.ts';
import {
  countersRows,
  distributionRows,
  emptyCountersText,
  emptyPictureText,
  partsNote,
  partsRows,
  ratiosRows,
  runOrderNote,
  runOrderRows,
  timesRows,
} from '../../state/selectors/chart/chart-rows.ts';
import type { QueryDetail } from '../../state/selectors/chart/query-detail.ts';
import type { ChartKind } from '../../state/ui-store.ts';
import { useRuns, useUi } from '../shared/app-context.tsx';
import { WhileLoading } from '../shared/messages/WhileLoading.tsx';
import styles from './Picture.module.css';

const TimesChart = lazy(async () => ({
  default: (await import('../../charts/times/TimesChart.tsx')).TimesChart,
}));
const RatiosChart = lazy(async () => ({
  default: (await import('../../charts/ratios/RatiosChart.tsx')).RatiosChart,
}));
const RunOrderChart = lazy(async () => ({
  default: (await import('../../charts/run-order/RunOrderChart.tsx')).RunOrderChart,
}));
const DistributionChart = lazy(async () => ({
  default: (await import('../../charts/distribution/DistributionChart.tsx')).DistributionChart,
}));
const CountersChart = lazy(async () => ({
  default: (await import('../../charts/counters/CountersChart.tsx')).CountersChart,
}));
const PartsChart = lazy(async () => ({
  default: (await import('../../charts/parts/PartsChart.tsx')).PartsChart,
}));

export interface PictureProps {
  detail: QueryDetail;
  /** Pixels for the drawings that can be of any height. */
  height: number;
}

export function Picture({ detail, height }: PictureProps) {
  const kind = useUi((ui) => ui.chart);
  const isAtWork = useRuns(({ activity }) => isBusy(activity));
  // Drawing takes a while and comes with every round.
  const drawn = useDeferredValue(detail);
  const drawnKind = useDeferredValue(kind);
  return (
    <WhileLoading what="the charts" minHeight={118}>
      <Drawing detail={drawn} kind={drawnKind} height={height} isAtWork={isAtWork} />
    </WhileLoading>
  );
}

interface DrawingProps extends PictureProps {
  kind: ChartKind;
  isAtWork: boolean;
}

const Drawing = memo(function Drawing({ detail, kind, height, isAtWork }: DrawingProps) {
  const { name } = detail;
  switch (kind) {
    case 'times':
      return <TimesAndRatios detail={detail} />;
    case 'order':
      return (
        <RunOrderChart
          label={`Run order of ${name}`}
          rows={runOrderRows(detail)}
          note={runOrderNote(detail)}
          height={height}
          emptyText={emptyPictureText('samples', detail, isAtWork)}
        />
      );
    case 'distribution':
      return (
        <DistributionChart
          label={`Distribution of ${name}`}
          rows={distributionRows(detail)}
          height={height}
          emptyText={emptyPictureText('samples', detail, isAtWork)}
        />
      );
    case 'counters':
      return (
        <CountersChart
          label={`Counters of ${name}`}
          rows={countersRows(detail)}
          height={height}
          emptyText={emptyCountersText(detail)}
        />
      );
    case 'parts':
      return (
        <PartsChart
          label={`Parts of ${name}`}
          rows={partsRows(detail)}
          note={partsNote(detail)}
          emptyText={emptyPictureText('parts', detail, isAtWork)}
        />
      );
  }
});

function TimesAndRatios({ detail }: { detail: QueryDetail }) {
  const ratios = ratiosRows(detail);
  return (
    <div className={styles.charts} data-single={ratios.length < 2 || undefined}>
      <TimesChart label={`Times of ${detail.name}`} rows={timesRows(detail)} />
      {ratios.length > 1 && <RatiosChart label={`Ratios of ${detail.name}`} rows={ratios} />}
    </div>
  );
}
