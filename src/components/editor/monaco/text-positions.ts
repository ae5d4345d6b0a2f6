// Between the page's offsets and Monaco's lines and columns: ranges, markers, changes of a model.
import { type editor, MarkerSeverity, Range } from 'monaco-editor/editor';
import type { EditorProblem, TextSpan } from '../editor-contract.ts';
import { markedSpan } from '../text/marked-span.ts';
import { textChange } from '../text/text-change.ts';

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
  const text = problems.length > 0 ? model.getValue() : '';
  return problems.map((problem) => ({
    ...toRange(model, markedSpan(text, problem)),
    message: problem.message,
    severity: MarkerSeverity.Error,
  }));
}
