// What fits at the caret of a plain text field, and how a choice comes into its text.
// Keeps away from drawing the choices.
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Completion, SqlKnowledge } from '../../../state/selectors/editor/sql-assist.ts';
import type { TextSpan } from '../editor-contract.ts';
import { plainSurface } from './plain-surface.ts';

export interface FieldCompletions {
  items: readonly Completion[];
  choose: (item: Completion) => void;
  /** To be called whenever the field's caret or selection may have moved. */
  noteCaret: (field: HTMLTextAreaElement) => void;
}

/** @param knowledge null where nothing is to be offered */
export function useFieldCompletions(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  knowledge: SqlKnowledge | null,
): FieldCompletions {
  const assist = useAssist(knowledge !== null);
  const [selection, setSelection] = useState<TextSpan | null>(null);
  // Letters appear first; what fits behind them may come a moment later.
  const asked = useDeferredValue(value);
  const found = useMemo(() => {
    if (!assist || !knowledge || !selection) return null;
    // A choice takes the place of what is selected.
    const start = Math.min(selection.start, asked.length);
    const text = asked.slice(0, start) + asked.slice(selection.end);
    return { text, ...assist.completionsAt(text, start, knowledge) };
  }, [assist, asked, selection, knowledge]);
  return {
    items: found?.items ?? [],
    choose({ insert, caret }) {
      // Of the text as it was asked about; what was typed since would be lost.
      if (!found || field.current?.value !== asked) return;
      const at = found.start + caret;
      const text = found.text.slice(0, found.start) + insert + found.text.slice(found.end);
      plainSurface(field.current).replaceText(text, { start: at, end: at });
    },
    noteCaret: ({ selectionStart, selectionEnd }) =>
      setSelection({ start: selectionStart, end: selectionEnd }),
  };
}

type Assist = typeof import('../../../state/selectors/editor/sql-assist.ts');

/** What knows SQL's names and functions is fetched when it is first wanted; null until then. */
function useAssist(isWanted: boolean): Assist | null {
  const [assist, setAssist] = useState<Assist | null>(null);
  useEffect(() => {
    if (!isWanted || assist) return;
    let isGone = false;
    // Without it one types all the same.
    import('../../../state/selectors/editor/sql-assist.ts').then(
      (module) => !isGone && setAssist(module),
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [isWanted, assist]);
  return assist;
}
