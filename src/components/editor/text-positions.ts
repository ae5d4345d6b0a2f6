// Between the page's offsets and Monaco's lines and columns: ranges, markers, changes of a model.
import { type editor, MarkerSeverity, type Position, Range } from 'monaco-editor/editor';
import type { EditorProblem, TextSpan } from './editor-contract.ts';
import { textChange } from './text-change.ts';

/** Through the undo stack: Ctrl+Z in the editor undoes a change from outside as well. */
export function changeText(model: editor.ITextModel, text: string): void {
  const change = textChange(model.getValue(), text);
  if (!change) return;
  model.pushStackElement();
  model.pushEditOperations(
    null,
    [{ range: toRange(model, change), text: change.text, forceMoveMarkers: true }],
    () => null,
  );
  model.pushStackElement();
}

export function toRange(model: editor.ITextModel, { start, end }: TextSpan): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

export function toSpan(model: editor.ITextModel, range: Range): TextSpan {
  return {
    start: model.getOffsetAt(range.getStartPosition()),
    end: model.getOffsetAt(range.getEndPosition()),
  };
}

export function toMarkers(
  model: editor.ITextModel,
  problems: readonly EditorProblem[],
): editor.IMarkerData[] {
  return problems.map(({ offset, length, message }) => {
    const start = model.getPositionAt(offset);
    const range =
      length > 0 ? toRange(model, { start: offset, end: offset + length }) : wordAt(model, start);
    return { ...range, message, severity: MarkerSeverity.Error };
  });
}

/** A place without length is marked as the word there, or as the one character before it. */
function wordAt(model: editor.ITextModel, position: Position): Range {
  const line = position.lineNumber;
  const word = model.getWordAtPosition(position);
  if (word) return new Range(line, word.startColumn, line, word.endColumn);
  return new Range(line, Math.max(1, position.column - 1), line, position.column + 1);
}
