// The answer of a price run: setup by setup whether its indexes are worth their writes, and what
// that follows from. Where the bench has not compared the reads, a button does.
import { memo } from 'react';
import { isSameJson } from '../../../lib/is-same-json.ts';
import type {
  PriceAnswers,
  SetupAnswer,
} from '../../../state/selectors/writes/price/price-answers.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './PriceAnswer.module.css';

export interface PriceAnswerProps {
  answers: PriceAnswers;
  isStale: boolean;
  /** Why the bench cannot compare now; null when it can. */
  compareRefusal: string | null;
  onCompare: () => void;
}

export function PriceAnswer({ answers, isStale, compareRefusal, onCompare }: PriceAnswerProps) {
  const { needsComparison, notes } = answers;
  return (
    <section
      className={styles.card}
      aria-label="Is it worth its writes?"
      data-stale={isStale || undefined}
    >
      <header className={styles.head}>
        <h3>Is it worth its writes?</h3>
        {needsComparison && (
          <div className={styles.compare}>
            <span>The bench has not compared every query yet.</span>
            <Tooltip
              content={
                compareRefusal ??
                'Compares all queries in all setups as the bench does; what reads save then stands here.'
              }
              side="top"
            >
              <Button
                size="sm"
                disabled={compareRefusal !== null}
                focusableWhenDisabled
                onClick={onCompare}
              >
                Compare now
              </Button>
            </Tooltip>
          </div>
        )}
      </header>
      {answers.answers.length > 0 && (
        <ul>
          {answers.answers.map((answer) => (
            <SetupItem key={answer.letter} answer={answer} isStale={isStale} />
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </section>
  );
}

const SetupItem = memo(function SetupItem({
  answer,
  isStale,
}: {
  answer: SetupAnswer;
  isStale: boolean;
}) {
  const { letter, setupName, change, interval, whom, otherEnd, tone, costs, reads, remark } =
    answer;
  return (
    <li className={styles.setup}>
      <div className={styles.verdict}>
        <p className={styles.name}>
          <SetupChip letter={letter} size="sm" isStale={isStale} />
          <b>{setupName}</b>
          <span className={styles.dim}>
            <BreakableName text={change} />
          </span>
        </p>
        <Explained content={answer.tip} className={styles.headline}>
          <span data-tone={tone} data-told={answer.isTold}>
            {answer.headline}
          </span>
          {whom !== null && <span className={styles.whom}> {whom}</span>}
        </Explained>
        {interval && <p className={styles.dim}>{interval}</p>}
        {otherEnd && <p className={styles.dim}>{otherEnd}</p>}
        {reads.length > 0 && (
          <ul className={styles.reads}>
            {reads.map((read) => (
              <li key={read.queryName}>
                <span>{read.queryName}</span>
                <Explained content={read.tip} className={styles.saving}>
                  {read.text}
                </Explained>
              </li>
            ))}
          </ul>
        )}
        {remark && <p className={styles.dim}>Reads: {remark}</p>}
      </div>
      <dl className={styles.costs}>
        {costs.map((cost) => (
          <div key={cost.operation} className={styles.cost}>
            <dt>{cost.title}</dt>
            <dd>
              <Explained content={cost.tip} className={styles.figure}>
                <span className={styles.amount} data-kind={cost.kind}>
                  {cost.text}
                </span>
                {cost.interval && <span className={styles.dim}>{cost.interval}</span>}
                {cost.detail && (
                  <span className={styles.detail} data-tone={cost.tone}>
                    {cost.detail}
                  </span>
                )}
              </Explained>
              {cost.worth && (
                <Explained content={cost.worth.tip} className={styles.worth}>
                  <span data-tone={cost.worth.tone}>{cost.worth.text}</span>{' '}
                  <span className={styles.dim}>{cost.worth.whom}</span>
                  {cost.worth.counted && <span className={styles.dim}>, {cost.worth.counted}</span>}
                </Explained>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}, isSameJson);
