// What an entry of the Examples menu is.
import type { Playground } from '../engine/model/playground.ts';

export interface Example {
  /** As in the address: `#example/<id>`. */
  id: string;
  /** One sentence: what it lets one see. */
  summary: string;
  playground: Playground;
}
