// What fits at the caret as buttons in one row: completion for fields that have no list of their own.
// Keeps away from finding it and from the field: a press hands the choice on.
import type { Completion, CompletionKind } from '../../../state/selectors/editor/sql-assist.ts';
import styles from './CompletionChips.module.css';
import { keepFocus } from './EditorTools.tsx';

export interface CompletionChipsProps {
  items: readonly Completion[];
  onChoose: (item: Completion) => void;
}

/** More than these no one reads in a row: another letter narrows them better. */
const maxChips = 24;

export function CompletionChips({ items, onChoose }: CompletionChipsProps) {
  return (
    <div role="toolbar" aria-label="Completions" className={styles.chips}>
      {items.length === 0 && (
        <span className={styles.none}>What fits at the caret appears here.</span>
      )}
      {items.slice(0, maxChips).map((item) => (
        <button
          key={`${item.kind} ${item.label} ${item.detail}`}
          type="button"
          className={styles.chip}
          data-kind={toneOf(item.kind)}
          onMouseDown={keepFocus}
          onClick={() => onChoose(item)}
        >
          <span className={styles.name}>{item.label}</span>
          {item.detail !== '' && <span className={styles.detail}>{item.detail}</span>}
        </button>
      ))}
    </div>
  );
}

/** As in the editor's colours: words of SQL apart from names. */
function toneOf(kind: CompletionKind): 'word' | 'name' | 'value' {
  if (kind === 'keyword' || kind === 'type' || kind === 'function') return 'word';
  return kind === 'parameter' ? 'value' : 'name';
}
