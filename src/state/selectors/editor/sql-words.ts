// The words of SQL for an editor's colours, from the engine's lists: one source for all.
import { keywords, typeNames } from '../../../engine/sql/assist/word-lists.ts';
import { functionCatalogue } from '../../../engine/sql/functions/catalogue.ts';

export interface SqlWords {
  /** In capitals. */
  keywords: string[];
  /** In capitals. */
  typeNames: string[];
  /** In lower case; some are keywords too (`replace`), and functions where a parenthesis follows. */
  functionNames: string[];
}

export const sqlWords: SqlWords = {
  keywords: [...keywords],
  typeNames: [...typeNames],
  functionNames: [...new Set(functionCatalogue.map(({ name }) => name))],
};
