// A query in a setup: time, plan badge, verdict with its interval, steps and rows.
// Three lines, never more or fewer, so that nothing moves while results come in.
import { Check, TriangleAlert } from 'lucide-react';
import { type CSSProperties, memo, useId } from 'react';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { CellWords } from '../../state/selectors/bench/cell-words.ts';
import type { CellHeat } from '../../state/selectors/bench/heat.ts';
import { Badge } from '../shared/labels/Badge.tsx';
import { VisuallyHidden } from '../shared/labels/VisuallyHidden.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './QueryCell.module.css';

export interface QueryCellProps {
  /** Accessible name: "<query> in <letter>". */
  name: string;
  letter: SetupLetter;
  queryId: string;
  setupId: string;
  words: CellWords;
  heat: CellHeat;
  isSelected: boolean;
  onSelect: (queryId: string, setupId: string) => void;
}

export const QueryCell = memo(function QueryCell(props: QueryCellProps) {
  const { name, letter, queryId, setupId, words, heat, isSelected, onSelect } = props;
  const id = useId();
  // An error has the foot's line as well; the tooltip has what does not fit.
  const isLong =
    words.headlineTone === 'bad' &&
    !words.foot &&
    !words.hits &&
    !words.steps &&
    !words.rows &&
    !words.isStale;
  const after = (foot: string) => (words.isStale && foot ? ` · ${foot}` : foot);
  const select = () => onSelect(queryId, setupId);
  return (
    <td
      aria-describedby={id}
      {...gridcell(isSelected)}
      aria-busy={words.isMeasuring || undefined}
      data-setup={letter}
      data-selected={isSelected || undefined}
      data-stale={words.isStale || undefined}
      data-method={words.methodLink || undefined}
      data-heat={heat.tone === 'none' ? undefined : heat.tone}
      style={{ '--strength': `${heat.strength}%` } as CSSProperties}
      className={styles.cell}
      onClick={select}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        select();
      }}
    >
      {words.isMeasuring && <span className={styles.pulse} />}
      {/* The cell is named by its place; what it says is read as its description. */}
      <VisuallyHidden>{name}</VisuallyHidden>{' '}
      <div id={id} className={styles.content} aria-hidden="true">
        <div className={styles.figures} hidden={isLong && !words.time && !words.badge}>
          {words.time && (
            <Tooltip content={words.timeTip}>
              <span
                className={styles.time}
                data-first={words.isFirstRun || undefined}
                data-other={words.timeNote ? '' : undefined}
                data-narrow={words.timeNote ? `1st ${words.time}` : undefined}
              >
                {words.timeNote && `${words.timeNote} `}
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
          )}{' '}
          {words.confirmation && <Confirmation words={words} />}
        </div>{' '}
        <Tooltip content={words.verdictTip}>
          <div
            className={styles.verdict}
            data-line="verdict"
            data-tone={words.headlineTone}
            data-long={isLong || undefined}
          >
            <span className={styles.headline} {...narrow(words.headline, words.headlineNarrow)}>
              {words.headline}
            </span>{' '}
            <span
              className={styles.interval}
              data-moved={words.intervalMoved ? '' : undefined}
              {...narrow(words.interval, words.intervalNarrow)}
            >
              {words.interval}
            </span>
          </div>
        </Tooltip>{' '}
        <div
          className={styles.foot}
          data-line="foot"
          data-moved={words.intervalMoved || undefined}
          hidden={isLong}
        >
          {(words.isStale || words.foot) && (
            <Tooltip content={words.footTip}>
              <span className={styles.part} data-part="foot">
                {words.isStale && <span className={styles.stale}>stale</span>}
                {words.foot && (
                  <span {...narrow(after(words.foot), after(words.footNarrow))}>
                    {after(words.foot)}
                  </span>
                )}
              </span>
            </Tooltip>
          )}{' '}
          {words.steps && (
            <Tooltip content={words.stepsTip}>
              <span className={styles.part} data-part="steps">
                {words.steps}
              </span>
            </Tooltip>
          )}{' '}
          {words.hits && (
            <Tooltip content={words.hitsTip}>
              <span className={styles.part} data-part="hits">
                <span {...narrow(words.hits, words.hitsNarrow)} data-short={words.hitsShort}>
                  {words.hits}
                </span>
              </span>
            </Tooltip>
          )}{' '}
          {words.rows && (
            <Tooltip content={words.rowsTip}>
              <span className={styles.part}>{words.rows}</span>
            </Tooltip>
          )}{' '}
          {words.round && <span className={styles.part}>{words.round}</span>}
        </div>
      </div>
    </td>
  );
}, isSameCell);

/** Beside the plan, where no figure pushes it out of sight. */
function Confirmation({
  words: { confirmation, confirmationTip, stepsTip },
}: {
  words: CellWords;
}) {
  return (
    <Tooltip content={[confirmationTip, stepsTip].filter(Boolean).join(' ')}>
      <span className={styles.confirmation} data-confirmation={confirmation}>
        {confirmation === 'confirmed' ? <Check size={14} /> : <TriangleAlert size={14} />}
        <VisuallyHidden>{confirmation}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** Shorter words for the style sheet to draw where the column is narrow; the text stays whole. */
function narrow(whole: string, shorter: string) {
  return shorter === whole ? {} : { 'data-narrow': shorter };
}

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
    before.heat.tone !== after.heat.tone ||
    before.heat.strength !== after.heat.strength ||
    before.onSelect !== after.onSelect
  ) {
    return false;
  }
  const words = Object.entries(before.words);
  return words.every(([key, value]) => after.words[key as keyof CellWords] === value);
}
