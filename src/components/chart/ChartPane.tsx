// The selected query: the chosen picture, and beside it the verdicts in words with what can be done.
// Keeps away from drawing (src/charts) and from the words (selectors).

import { ChartNoAxesCombined } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { hasNothingToDraw } from '../../state/selectors/chart/chart-rows.ts';
import type { QueryDetail } from '../../state/selectors/chart/query-detail.ts';
import { verdictSentences } from '../../state/selectors/chart/verdict-sentences.ts';
import { useApp } from '../shared/app-context.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { useQueryDetail } from '../shared/use-query-detail.ts';
import styles from './ChartPane.module.css';
import { DifferingRows } from './DifferingRows.tsx';
import { FollowUps } from './FollowUps.tsx';
import { MeasuringFacts } from './MeasuringFacts.tsx';
import { Picture } from './Picture.tsx';
import { drawingHeight, isWide } from './pane-layout.ts';
import { useElementSize } from './use-element-size.ts';
import { VerdictSentences } from './VerdictSentences.tsx';

export interface ChartPaneProps {
  /** The pinned comparison in sentences, with the verdicts. */
  pinnedWords?: ReactNode;
  /** Its figures, under the picture. */
  pinnedFigures?: ReactNode;
}

export function ChartPane({ pinnedWords, pinnedFigures }: ChartPaneProps) {
  const detail = useQueryDetail();
  const pane = useRef<HTMLDivElement>(null);
  const size = useElementSize(pane);
  const isMeasured = detail !== null && detail.environment !== null;
  const hasFailed = isMeasured && hasNothingToDraw(detail);
  const isBeside = isMeasured && !hasFailed && isWide(size);
  return (
    <div ref={pane} className={styles.pane} data-beside={isBeside || undefined}>
      {!detail && (
        <EmptyState isCompact title="No query selected">
          Select a query in the bench or write one.
        </EmptyState>
      )}
      {detail && (
        <Words
          detail={detail}
          isMeasured={isMeasured}
          pinned={isMeasured && pinnedWords}
          facts={isBeside && <MeasuringFacts detail={detail} />}
        />
      )}
      {detail && !isMeasured && (
        <>
          <NotMeasured detail={detail} />
          <div className={styles.picture}>
            {pinnedWords}
            {pinnedFigures}
          </div>
        </>
      )}
      {hasFailed && (
        <EmptyState isCompact title="Nothing to draw">
          The statement failed in every setup. Correct it, then press Compare.
        </EmptyState>
      )}
      {detail && isMeasured && !hasFailed && (
        <div className={styles.picture}>
          <DifferingRows detail={detail} />
          <Picture detail={detail} height={drawingHeight(size)} />
          {pinnedFigures}
        </div>
      )}
      {detail && isMeasured && !isBeside && (
        <div className={styles.after}>
          <MeasuringFacts detail={detail} />
        </div>
      )}
    </div>
  );
}

interface WordsProps {
  detail: QueryDetail;
  isMeasured: boolean;
  pinned: ReactNode;
  facts: ReactNode;
}

/** In front of the picture, or beside it: they are what is read when there is room for one. */
function Words({ detail, isMeasured, pinned, facts }: WordsProps) {
  const sentences = verdictSentences(detail);
  if (!isMeasured && sentences.length === 0) return null;
  return (
    <div className={styles.words}>
      <div className={styles.read}>
        <VerdictSentences
          queryId={detail.queryId}
          label={`Verdicts of ${detail.name}`}
          sentences={sentences}
        />
        {pinned}
        {facts}
      </div>
      <FollowUps detail={detail} />
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
