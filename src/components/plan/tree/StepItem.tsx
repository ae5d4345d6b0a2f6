// A step of a plan: SQLite's line, what it says in plain English, badges, what became of it.
// The selected step says in full what is else in tooltips: touch screens have no hover.
import { ChevronRight, CornerDownRight, Link2, Repeat } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { LineEdge, StepLine } from '../../../state/selectors/plan/lines/step-line.ts';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Badge } from '../../shared/labels/Badge.tsx';
import { VisuallyHidden } from '../../shared/labels/VisuallyHidden.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import { Change } from './Change.tsx';
import { indentsOf, maxIndents } from './indents.ts';
import styles from './StepItem.module.css';
import { useInSight } from './use-in-sight.ts';

export interface StepItemProps {
  line: StepLine;
  /** Null without steps inside it. */
  isOpen: boolean | null;
  isBrief: boolean;
  /** The one that Tab leads to. */
  isStop: boolean;
  /** The one that the keyboard is at, as far as the tree has the focus. */
  hasFocus: boolean;
  isSelected: boolean;
  /** What corresponds to it is selected in another setup. */
  isLevelWithSelected: boolean;
  onFocus: () => void;
  onOpen: (isOpen: boolean) => void;
  onSelect: ((path: string | null) => void) | undefined;
  onCopyLink: ((path: string) => void) | undefined;
}

export function StepItem(props: StepItemProps) {
  const { line, isOpen, isBrief, isStop, isSelected, isLevelWithSelected } = props;
  const { hasFocus, onFocus, onOpen, onSelect } = props;
  const item = useRef<HTMLDivElement>(null);
  useInSight(item, isSelected);
  // It has taken the place of the line that had the focus.
  useEffect(() => {
    const tree = item.current?.closest('[role="tree"]');
    if (hasFocus && document.activeElement === tree) item.current?.focus();
  }, [hasFocus]);

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
  return (
    <div
      ref={item}
      role="treeitem"
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isStop ? 0 : -1}
      data-id={line.id}
      data-removed={line.isRemoved || undefined}
      data-change={line.changes[0]?.kind}
      data-level-with-selected={isLevelWithSelected || undefined}
      data-selectable={canSelect || undefined}
      className={styles.item}
      style={{ gridRow: line.row, '--depth': indentsOf(line.level) } as CSSProperties}
      onFocus={onFocus}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {line.edge && <Edge edge={line.edge} level={line.level} />}
      <Line line={line} isOpen={isOpen} onOpen={onOpen} />
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

interface LineProps {
  line: StepLine;
  isOpen: boolean | null;
  onOpen: (isOpen: boolean) => void;
}

function Line({ line, isOpen, onOpen }: LineProps) {
  return (
    <div className={styles.text}>
      {isOpen !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.toggle}
          data-open={isOpen || undefined}
          aria-label={isOpen ? 'Close this branch' : 'Open this branch'}
          onClick={() => onOpen(!isOpen)}
        >
          <ChevronRight size={13} aria-hidden="true" />
        </button>
      )}
      {line.isRemoved ? (
        <>
          <VisuallyHidden>not in this plan: </VisuallyHidden>
          <del>{line.text}</del>
        </>
      ) : (
        <>
          <Tooltip content={line.cost}>
            <span>{line.text}</span>
          </Tooltip>{' '}
        </>
      )}
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
