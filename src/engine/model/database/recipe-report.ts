// How the rows of each table will be made, for people to read: the inferred generators in words.
import type { EngineError } from '../errors.ts';

export interface RecipeReport {
  tables: TableReport[];
  /** Why the recipe cannot be carried out, known before trying. */
  problems: EngineError[];
}

export interface TableReport {
  table: string;
  columns: ColumnReport[];
}

export interface ColumnReport {
  column: string;
  /** Short name of the generator: 'sequence', 'category', 'reference'. */
  generator: string;
  /** What it makes, in a few words: '24 categories, some much more frequent'. */
  description: string;
  /** A few values as they will look. */
  samples: string[];
}
