// The command Format: lays out the text of an editor, or what is selected of it.
// Fetches the layout tool when it is first needed.
import { formattedText } from '../../../state/selectors/editor/formatted-text.ts';
import type { EditorSurface } from '../editor-contract.ts';

/** Why a text was not formatted; `offset` is where reading ended, null when it is not known. */
export interface FormatRefusal {
  message: string;
  offset: number | null;
}

/** Formats as one step of the undo history; null when done, or why the text is unchanged. */
export async function formatSurface(surface: EditorSurface): Promise<FormatRefusal | null> {
  const tool = await import('./lay-out-sql.ts').catch(() => null);
  if (!tool) {
    return {
      message: 'Not formatted: the formatter could not be loaded. Try again when you are online.',
      offset: null,
    };
  }
  // Read after the wait: one may have typed on.
  const outcome = formattedText(surface.text(), surface.selection(), tool.layOutSql);
  if (outcome.kind === 'refused') return outcome;
  surface.replaceText(outcome.text, outcome.selection);
  return null;
}
