// A whole database as the bytes of a file, and what the engine must know to go on with it.
// Where images are kept stands in storage/images.
import type { Index } from '../playground.ts';
import type { Bytes, Milliseconds } from '../units.ts';
import type { BuiltIndex } from './database.ts';

/** What stands in the image besides its tables' rows. */
export interface ImageState {
  tables: { name: string; rows: number }[];
  /** The playground's indexes that are built in it, in order of creation. */
  indexes: Index[];
  built: BuiltIndex[];
  hasStatistics: boolean;
  /** Time that making its content took. */
  contentMs: Milliseconds;
  /** What there is to say of its rows, as sentences; absent when there is nothing. */
  notes?: string[];
}

/** 'generated': can be made again from the recipe. 'imported': only the user has it otherwise. */
export type ImageKind = 'generated' | 'imported';

/** What is known of a kept image without reading it. */
export interface ImageRecord {
  imageId: string;
  kind: ImageKind;
  /** For people: the playground's tables, or the file's name. */
  title: string;
  sizeBytes: Bytes;
  /** Milliseconds since 1970. */
  savedAt: number;
  usedAt: number;
  state: ImageState;
}
