// A step of a plan: SQLite's line, what it says in plain English, badges, what became of it.
// The selected step says in full what is else in tooltips: touch screens have no hover.
import { CornerDownRight, Link2, Repeat } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { LineEdge, StepLine } from '../../../state/selectors/plan/lines/step-line.ts';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Badge } from '../../shared/labels/Badge.tsx';
import { VisuallyHidden } from '../../shared/labels/VisuallyHidden.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import { Change } from './Change.tsx';
import styles from './StepItem.module.css';

export interface StepItemProps {
  line: StepLine;
  isBrief: boolean;
  /** The one that Tab leads to. */
  isStop: boolean;
  isSelected: boolean;
  /** What corresponds to it is selected in another setup. */
  isLevelWithSelected: boolean;
  onFocus: () => void;
  onSelect: ((path: string | null) => void) | undefined;
  onCopyLink: ((path: string) => void) | undefined;
}

/** Deeper steps stand no further right, and say their level. */
const maxIndents = 7;

export function StepItem(props: StepItemProps) {
  const { line, isBrief, isStop, isSelected, isLevelWithSelected, onFocus, onSelect } = props;
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);

  const canSelect = onSelect !== undefined && !line.isRemoved;
  const toggle = () => onSelect?.(isSelected ? null : line.path);
  function onClick(event: MouseEvent<HTMLElement>): void {
    const isControl = event.target instanceof Element && event.target.closest('button') !== null;
    const isReading = (globalThis.getSelection()?.toString() ?? '') !== '';
    if (canSelect && !isControl && !isReading) toggle();
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!canSelect || event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  }
  const depth = Math.min(line.level - 1, maxIndents);
  return (
    <div
      ref={item}
      role="treeitem"
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.hasChildren ? true : undefined}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isStop ? 0 : -1}
      data-removed={line.isRemoved || undefined}
      data-change={line.changes[0]?.kind}
      data-level-with-selected={isLevelWithSelected || undefined}
      data-selectable={canSelect || undefined}
      className={styles.item}
      style={{ gridRow: line.row, '--depth': depth } as CSSProperties}
      onFocus={onFocus}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {line.edge && <Edge edge={line.edge} level={line.level} />}
      <Line line={line} />
      {!isBrief && <Words line={line} isSelected={isSelected} />}
      {isBrief && line.actual && <Actual actual={line.actual} />}
      {canSelect && props.onCopyLink && (
        <IconButton
          label="Copy link to this step"
          size="sm"
          tabIndex={isStop ? 0 : -1}
          icon={<Link2 size={14} aria-hidden="true" />}
          className={styles.link}
          onClick={() => props.onCopyLink?.(line.path)}
        />
      )}
    </div>
  );
}

const edgeIcons = { again: Repeat, once: CornerDownRight };

function Edge({ edge, level }: { edge: LineEdge; level: number }) {
  const Icon = edgeIcons[edge.kind];
  return (
    <div className={styles.edge} data-kind={edge.kind}>
      <Tooltip content={edge.explanation}>
        <span>
          <Icon size={11} aria-hidden="true" /> {edge.text}
        </span>
      </Tooltip>
      {level - 1 > maxIndents && <span> · level {level}</span>}{' '}
    </div>
  );
}

function Line({ line }: { line: StepLine }) {
  if (line.isRemoved) {
    return (
      <div className={styles.text}>
        <VisuallyHidden>not in this plan: </VisuallyHidden>
        <del>{line.text}</del>
      </div>
    );
  }
  return (
    <div className={styles.text}>
      <Tooltip content={line.cost}>
        <span>{line.text}</span>
      </Tooltip>{' '}
    </div>
  );
}

function Words({ line, isSelected }: { line: StepLine; isSelected: boolean }) {
  const { sentence, badges, changes, actual, uncounted, cost } = line;
  const hasChips = badges.length > 0 || changes.length > 0 || actual !== null;
  return (
    <>
      {sentence !== '' && <p className={styles.sentence}>{sentence} </p>}
      {hasChips && (
        <div className={styles.chips}>
          {changes.map((change) => (
            <Change key={change.text} change={change} />
          ))}
          {badges.map(({ text, tone, explanation }) => (
            <Tooltip key={text} content={explanation}>
              <Badge tone={tone}>{text}</Badge>
            </Tooltip>
          ))}
          {actual && <Actual actual={actual} />}
        </div>
      )}
      {uncounted !== null && <p className={styles.uncounted}>Rows not counted: {uncounted}</p>}
      {isSelected && (
        <ul className={styles.details}>
          {[...changes, ...badges].map(({ text, explanation }) => (
            <li key={text}>
              <b>{text}</b> {explanation}
            </li>
          ))}
          {actual && <li>{actual.explanation}</li>}
          <li>{cost}</li>
        </ul>
      )}
    </>
  );
}

function Actual({ actual }: { actual: NonNullable<StepLine['actual']> }) {
  return (
    <Tooltip content={actual.explanation}>
      <span className={styles.actual} data-stale={actual.isStale || undefined}>
        {actual.text}
      </span>
    </Tooltip>
  );
}
