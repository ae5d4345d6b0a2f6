// The examples as entries of a menu; opening one is a command.
import { examples } from '../../examples/list.ts';

export interface ExampleEntry {
  id: string;
  title: string;
  /** One sentence: what it lets one see. */
  summary: string;
}

/** In the order of the menu. */
export const exampleList: readonly ExampleEntry[] = examples.map(({ id, summary, playground }) => ({
  id,
  title: playground.title,
  summary,
}));
