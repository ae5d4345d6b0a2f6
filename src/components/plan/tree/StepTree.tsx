// One plan as a tree of steps: role tree, levels, arrow keys; every branch stays open.
// Keeps away from what the steps mean; lines come with their words.
import { type KeyboardEvent, useState } from 'react';
import type { StepLine } from '../../../state/selectors/plan/lines/step-line.ts';
import { StepItem } from './StepItem.tsx';
import styles from './StepTree.module.css';
import { treeMove } from './tree-move.ts';

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
  const {
    label,
    lines,
    isBrief = false,
    selected = null,
    selectedRow,
    onSelect,
    onCopyLink,
  } = props;
  const [active, setActive] = useState<string | null>(null);
  const found = lines.findIndex(({ id }) => id === active);
  const chosen = lines.findIndex(({ path, isRemoved }) => path === selected && !isRemoved);
  const stop = Math.max(0, found < 0 ? chosen : found);

  function move(event: KeyboardEvent<HTMLElement>): void {
    const next = treeMove(event.key, stop, lines);
    if (next === null) return;
    event.preventDefault();
    setActive(lines[next]?.id ?? null);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')[next]?.focus();
  }

  return (
    <div
      role="tree"
      aria-label={label}
      tabIndex={-1}
      className={styles.tree}
      data-brief={isBrief || undefined}
      onKeyDown={move}
    >
      {lines.map((line, index) => (
        <StepItem
          key={line.id}
          line={line}
          isBrief={isBrief}
          isStop={index === stop}
          isSelected={index === chosen}
          isLevelWithSelected={chosen < 0 && line.row === selectedRow}
          onFocus={() => setActive(line.id)}
          onSelect={onSelect}
          onCopyLink={onCopyLink}
        />
      ))}
    </div>
  );
}
