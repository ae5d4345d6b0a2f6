// Data that came from a file: what the playground knows of it. The bytes themselves are an image in
// the browser's storage; a link or a playground file carries only this.
import type { Bytes } from '../units.ts';
import type { EngineInfo } from './engine-info.ts';

export interface ImportedData {
  /** Names the image: 'i' and 16 hex digits of the hash of its bytes. */
  imageId: string;
  /** Where it came from: 'shop.db', 'orders.csv'. */
  fileName: string;
  sizeBytes: Bytes;
  tables: { name: string; rows: number }[];
  /** The build of SQLite that can open it: sql.js lacks FTS5 and R-Tree. */
  engine: EngineInfo['name'];
}
