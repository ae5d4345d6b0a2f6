// The last line of a branch that is drawn in part: how many steps follow, and the way to them.
import { ChevronRight } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { FoldedLines } from '../../../state/selectors/plan/lines/visible-lines.ts';
import { indentsOf } from './indents.ts';
import styles from './StepItem.module.css';

export interface MoreItemProps {
  more: FoldedLines;
  /** The one that Tab leads to. */
  isStop: boolean;
  onFocus: () => void;
  onShow: () => void;
}

export function MoreItem({ more, isStop, onFocus, onShow }: MoreItemProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onShow();
  }
  return (
    <div
      role="treeitem"
      aria-level={more.level}
      aria-expanded={false}
      tabIndex={isStop ? 0 : -1}
      data-id={more.id}
      className={styles.item}
      data-more
      style={{ gridRow: more.row, '--depth': indentsOf(more.level) } as CSSProperties}
      onFocus={onFocus}
      onClick={onShow}
      onKeyDown={onKeyDown}
    >
      <span className={styles.more}>
        <ChevronRight size={13} aria-hidden="true" />
        {more.text}
      </span>
    </div>
  );
}
