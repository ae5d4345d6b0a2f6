// A query in a setup: time, plan badge, verdict with its interval, rounds and rows.
// Three lines, never more or fewer, so that nothing moves while results come in.
import { memo, useId } from 'react';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { CellWords } from '../../state/selectors/cell-words.ts';
import { Badge } from '../shared/Badge.tsx';
import { Tooltip } from '../shared/Tooltip.tsx';
import { VisuallyHidden } from '../shared/VisuallyHidden.tsx';
import styles from './QueryCell.module.css';

export interface QueryCellProps {
  /** Accessible name: "<query> in <letter>". */
  name: string;
  letter: SetupLetter;
  queryId: string;
  setupId: string;
  words: CellWords;
  isSelected: boolean;
  onSelect: (queryId: string, setupId: string) => void;
}

export const QueryCell = memo(function QueryCell(props: QueryCellProps) {
  const { name, letter, queryId, setupId, words, isSelected, onSelect } = props;
  const id = useId();
  // An error has the foot's line as well; the tooltip has what does not fit.
  const isLong =
    words.headlineTone === 'bad' && !words.foot && !words.isStale && !words.isMeasuring;
  const select = () => onSelect(queryId, setupId);
  return (
    <td
      aria-describedby={id}
      {...gridcell(isSelected)}
      aria-busy={words.isMeasuring || undefined}
      data-setup={letter}
      data-selected={isSelected || undefined}
      data-stale={words.isStale || undefined}
      className={styles.cell}
      onClick={select}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        select();
      }}
    >
      {/* The cell is named by its place; what it says is read as its description. */}
      <VisuallyHidden>{name}</VisuallyHidden>{' '}
      <div id={id} className={styles.content} aria-hidden="true">
        <div className={styles.figures}>
          {words.time && (
            <Tooltip content={words.timeTip}>
              <span className={styles.time} data-first={words.isFirstRun || undefined}>
                {words.time}
              </span>
            </Tooltip>
          )}{' '}
          {words.badge && (
            <Tooltip content={words.badgeTip}>
              <Badge tone={words.badgeTone} isProvisional={words.isProvisional}>
                {words.badge}
              </Badge>
            </Tooltip>
          )}
        </div>{' '}
        <Tooltip content={words.verdictTip}>
          <div
            className={styles.verdict}
            data-tone={words.headlineTone}
            data-long={isLong || undefined}
          >
            <span className={styles.headline}>{words.headline}</span>{' '}
            <span className={styles.interval}>{words.interval}</span>
          </div>
        </Tooltip>{' '}
        <div className={styles.foot} hidden={isLong}>
          {words.isMeasuring && <span className={styles.pulse} />}
          {words.isStale && (
            <Tooltip content={words.footTip}>
              <span className={styles.stale}>stale</span>
            </Tooltip>
          )}
          {words.isStale && words.foot && ' · '}
          {words.foot && (
            <Tooltip content={words.footTip}>
              <span>{words.foot}</span>
            </Tooltip>
          )}
        </div>
      </div>
    </td>
  );
}, isSameCell);

/** The linter takes a td for a plain cell, whatever the table's role. */
function gridcell(isSelected: boolean) {
  return { role: 'gridcell', 'aria-selected': isSelected };
}

/** The words are made anew with every round; only a change of what they say is worth a render. */
function isSameCell(before: QueryCellProps, after: QueryCellProps): boolean {
  if (
    before.name !== after.name ||
    before.letter !== after.letter ||
    before.queryId !== after.queryId ||
    before.setupId !== after.setupId ||
    before.isSelected !== after.isSelected ||
    before.onSelect !== after.onSelect
  ) {
    return false;
  }
  const words = Object.entries(before.words);
  return words.every(([key, value]) => after.words[key as keyof CellWords] === value);
}
