// One plan as a tree of lines: role tree, levels, arrow keys; every line stays open.
// Keeps away from what the lines mean; their words come with the kind.
import { type KeyboardEvent, useState } from 'react';
import type { PlanLine } from '../../state/selectors/plan/plan-lines.ts';
import { lineWords } from '../../state/selectors/plan/plan-words.ts';
import { Badge } from '../shared/labels/Badge.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './PlanTree.module.css';
import { treeMove } from './tree-move.ts';

export interface PlanTreeProps {
  /** Accessible name: "Plan of <query> in <letter>". */
  label: string;
  lines: readonly PlanLine[];
  /** What is said of lines that the plan it is compared with lacks. */
  mark?: PlanMark | undefined;
}

export interface PlanMark {
  text: string;
  explanation: string;
}

const newLine: PlanMark = { text: 'new', explanation: "The baseline's plan has no such line." };

export function PlanTree({ label, lines, mark = newLine }: PlanTreeProps) {
  const [active, setActive] = useState(0);
  const stop = Math.min(active, lines.length - 1);
  function move(event: KeyboardEvent<HTMLElement>): void {
    const next = treeMove(event.key, stop, lines);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')[next]?.focus();
  }
  return (
    <div role="tree" aria-label={label} tabIndex={-1} className={styles.tree} onKeyDown={move}>
      {lines.map((line, index) => (
        <Line
          key={line.id}
          line={line}
          mark={mark}
          isStop={index === stop}
          onFocus={() => setActive(index)}
        />
      ))}
    </div>
  );
}

interface LineProps {
  line: PlanLine;
  mark: PlanMark;
  isStop: boolean;
  onFocus: () => void;
}

function Line({ line, mark, isStop, onFocus }: LineProps) {
  const words = lineWords(line.kind);
  return (
    <div
      role="treeitem"
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.hasChildren ? true : undefined}
      tabIndex={isStop ? 0 : -1}
      data-new={line.isNew || undefined}
      className={styles.line}
      style={{ paddingLeft: `${12 + (line.level - 1) * 16}px` }}
      onFocus={onFocus}
    >
      <Tooltip content={costWords(line.cost)}>
        <span className={styles.text}>{line.text}</span>
      </Tooltip>{' '}
      {line.isNew && (
        <Tooltip content={mark.explanation}>
          <span className={styles.mark}>{mark.text}</span>
        </Tooltip>
      )}{' '}
      {words && (
        <Tooltip content={words.explanation}>
          <Badge tone={words.tone}>{words.text}</Badge>
        </Tooltip>
      )}
    </div>
  );
}

function costWords(cost: number): string {
  if (cost === 0) return 'The planner gives no cost for this line.';
  return `Planner cost (log scale): ${cost}. An estimate of SQLite's for one run of this step; 10 more is twice the cost.`;
}
