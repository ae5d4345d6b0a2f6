// What is offered at the caret: plain data, for any kind of editor.
// Says nothing of how it is found (completions-at.ts).

export type CompletionKind =
  | 'table'
  | 'view'
  | 'common-table'
  | 'column'
  | 'alias'
  | 'function'
  | 'keyword'
  | 'index'
  | 'parameter'
  | 'collation'
  | 'type'
  /** A whole condition, `o.product_id = p.id`, from a foreign key. */
  | 'condition';

export interface Completion {
  /** As it is shown. */
  label: string;
  /** As it must be written: quoted where needed, qualified where it would be ambiguous. */
  insert: string;
  /** Where the caret goes, counted from the beginning of `insert`: between a function's parentheses. */
  caret: number;
  /** What the text typed so far is compared with; begins with the quote where one was typed. */
  filter: string;
  kind: CompletionKind;
  /** A few words: a column's table and type, a table's rows. '' for none. */
  detail: string;
  /** Sentences about it; null for none. */
  documentation: string | null;
  /** Lower ranks are likelier. The list is in order: names that begin with the typed letters first. */
  rank: number;
}

export interface Completions {
  /** UTF-16 offsets of the text that an item replaces; both are the caret where nothing is typed. */
  start: number;
  end: number;
  items: Completion[];
  /** True when there are more than are listed: to be asked again with more letters typed. */
  isIncomplete: boolean;
}
