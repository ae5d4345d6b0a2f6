// One plan as a tree of steps, by the ARIA tree pattern: one tab stop, arrows inside; branches close.
// Keeps what is closed and where the focus stands; lines come with their words.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { StepLine } from '../../../state/selectors/plan/lines/step-line.ts';
import {
  nothingFolded,
  openedTo,
  visibleLines,
  withBranch,
  withMore,
} from '../../../state/selectors/plan/lines/visible-lines.ts';
import { treeMove } from '../../shared/keyboard/tree-move.ts';
import { MoreItem } from './MoreItem.tsx';
import { StepItem } from './StepItem.tsx';
import styles from './StepTree.module.css';

export interface StepTreeProps {
  /** Accessible name: "Plan of <query> in <letter>". */
  label: string;
  lines: readonly StepLine[];
  /** The lines alone, without their words: the plan says what another one says. */
  isBrief?: boolean | undefined;
  /** Path of the step that a link, a finding or a click points at. */
  selected?: string | null | undefined;
  /** Row of the common grid of the selected step of another setup. */
  selectedRow?: number | null | undefined;
  /** Without it steps cannot be selected. */
  onSelect?: ((path: string | null) => void) | undefined;
  onCopyLink?: ((path: string) => void) | undefined;
}

export function StepTree(props: StepTreeProps) {
  const { label, lines, isBrief = false, selected = null, selectedRow } = props;
  const { onSelect, onCopyLink } = props;
  const root = useRef<HTMLDivElement>(null);
  const [folds, setFolds] = useState(nothingFolded);
  const [active, setActive] = useState<string | null>(null);
  const chosen = lines.find(({ path, isRemoved }) => path === selected && !isRemoved)?.id ?? null;
  const [opened, setOpened] = useState<string | null>(null);
  // A link or a finding opens what its step stands in; afterwards it can be closed again.
  if (chosen !== opened) {
    setOpened(chosen);
    if (chosen !== null) setFolds(openedTo(folds, lines, chosen));
  }
  const visible = visibleLines(lines, folds);
  const stop = [active, chosen].find((id) => visible.some((line) => line.id === id));
  const current = stop ?? visible[0]?.id ?? null;

  function focusItem(id: string): void {
    setActive(id);
    root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  function close(id: string, isOpen: boolean): void {
    setFolds(withBranch(folds, id, isOpen));
    // What had the focus may be inside.
    focusItem(id);
  }

  /** The first of the lines that come takes the place, and so the focus. */
  function showMore(fold: string, position: number): void {
    const next = withMore(folds, fold);
    root.current?.focus();
    setFolds(next);
    setActive(visibleLines(lines, next)[position]?.id ?? null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (current === null || event.defaultPrevented) return;
    const move = treeMove(visible, current, event);
    // Enter and Space are the item's own, and those of the buttons in it.
    if (!move || move.kind === 'toggle') return;
    event.preventDefault();
    const more = visible.findIndex(({ id, kind }) => id === move.id && kind === 'more');
    const line = visible[more];
    if (move.kind === 'go') focusItem(move.id);
    else if (line?.kind === 'more') showMore(line.fold, more);
    else close(move.id, move.kind === 'open');
  }

  return (
    <div
      ref={root}
      role="tree"
      aria-label={label}
      tabIndex={-1}
      className={styles.tree}
      data-brief={isBrief || undefined}
      onKeyDown={onKeyDown}
    >
      {visible.map((each, position) =>
        each.kind === 'more' ? (
          <MoreItem
            key={each.id}
            more={each}
            isStop={each.id === current}
            onFocus={() => setActive(each.id)}
            onShow={() => showMore(each.fold, position)}
          />
        ) : (
          <StepItem
            key={each.id}
            line={each.line}
            isOpen={each.isOpen}
            isBrief={isBrief}
            isStop={each.id === current}
            hasFocus={each.id === active}
            isSelected={each.id === chosen}
            isLevelWithSelected={chosen === null && each.line.row === selectedRow}
            onFocus={() => setActive(each.id)}
            onOpen={(isOpen) => close(each.id, isOpen)}
            onSelect={onSelect}
            onCopyLink={onCopyLink}
          />
        ),
      )}
    </div>
  );
}
