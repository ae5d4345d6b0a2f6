// A step of a plan that a link points at: `&step=2-B-1.3` behind the link, the query by its number.
// Ids are made anew when a link is opened: numbers and letters are what both sides have.

export interface LinkedStep {
  /** 1-based, in the playground's order. */
  query: number;
  /** The setup's letter, A to F. */
  setup: string;
  /** StepNode.path: numbers from 1, joined by dots. */
  path: string;
}

/** Of a path: deeper than any join that SQLite takes (64 tables). */
const maxLevels = 200;

/** What stands behind a link that points at this step. */
export function stepSuffix({ query, setup, path }: LinkedStep): string {
  return `&step=${query}-${setup}-${path}`;
}

/** The step that the text behind a link names; null when it names none. */
export function parseStepSuffix(text: string): LinkedStep | null {
  const match = /^&step=(\d{1,4})-([A-F])-(\d{1,4}(?:\.\d{1,4})*)/.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const [, query, setup, path] = match;
  return path.split('.').length > maxLevels ? null : { query: Number(query), setup, path };
}
