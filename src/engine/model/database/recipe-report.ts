// How the rows of each table will be made, for people to read and change.
import type { EngineError } from '../errors.ts';
import type { ColumnGenerator, GeneratorKind } from '../recipe/column-generator.ts';
import type { Bytes, Fraction } from '../units.ts';
import type { SqlValue } from '../values.ts';

export interface RecipeReport {
  tables: TableReport[];
  /** Why the recipe cannot be carried out, known before trying. */
  problems: EngineError[];
}

export interface TableReport {
  table: string;
  columns: ColumnReport[];
  preview: TablePreview;
}

/** The first rows of a table as the database will hold them: generated columns and defaults too. */
export type TablePreview =
  | {
      status: 'made';
      columns: string[];
      /** Long values are cut, texts with an ellipsis at their end. */
      rows: SqlValue[][];
      /** Bytes that all rows together have lost by it; absent when none was cut. */
      cutBytes?: Bytes;
    }
  | { status: 'failed'; error: EngineError };

export interface ColumnReport {
  column: string;
  /** Short name of the generator: 'sequence', 'category', 'reference'. */
  generator: string;
  /** What it makes, in a few words: '24 categories, some much more frequent'. */
  description: string;
  /** A few values as they will look. */
  samples: string[];
  /** The settings in force, inferred or set; null where the database makes the value itself. */
  settings: ColumnGenerator | null;
  /** True when the user has set them. */
  isExplicit: boolean;
  nullShare: Fraction;
  /** True when the column allows NULL. */
  canBeNull: boolean;
  /** Kinds that can make values for this column, the likely ones first. */
  kinds: GeneratorKind[];
}
