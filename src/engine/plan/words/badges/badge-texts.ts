// What the badges of plan steps say, each in a word or two and an explanation.
// Which step has which stands in step-badges.ts.
import type { StepBadge } from '../step-words-form.ts';

export const search: StepBadge = {
  text: 'SEARCH',
  tone: 'ok',
  explanation:
    'Goes to the place by a key or index. In SQLite’s line “=” also stands for IN, IS and IS NULL, “>” and “<” also for >=, <=, BETWEEN and LIKE.',
};

export const covering: StepBadge = {
  text: 'COVERING',
  tone: 'ok',
  explanation: 'Answered by this index alone: the table itself is not read.',
};

export const coveringScan: StepBadge = {
  text: 'COVERING',
  tone: 'neutral',
  explanation: 'The index holds all columns that are needed, so it is read in place of the table.',
};

export const lookups: StepBadge = {
  text: 'LOOKUPS',
  tone: 'neutral',
  explanation:
    'The index lacks columns that are needed, so each row that it finds is looked up in the table: one more search a row.',
};

export const automatic: StepBadge = {
  text: 'AUTO INDEX',
  tone: 'warn',
  explanation:
    'SQLite builds this index for the statement and throws it away, on every run: N log N work for N rows.',
};

export const sort: StepBadge = {
  text: 'SORT',
  tone: 'warn',
  explanation:
    'Collects all rows in a temporary b-tree to bring them in order: N log N work for N rows, before the first one comes out.',
};

export const limitedSort: StepBadge = {
  text: 'SORT',
  tone: 'neutral',
  explanation:
    'Keeps only the first rows in a temporary b-tree, as many as LIMIT and OFFSET ask for; all have to be seen before the first one comes out.',
};

export const partialSort: StepBadge = {
  text: 'PARTIAL SORT',
  tone: 'neutral',
  explanation:
    'An index delivers the first terms of ORDER BY; only rows that are equal in these are sorted.',
};

export const distinct: StepBadge = {
  text: 'DISTINCT',
  tone: 'neutral',
  explanation: 'Keeps what has come out in a temporary b-tree, to find duplicates.',
};

export const correlated: StepBadge = {
  text: 'CORRELATED',
  tone: 'warn',
  explanation: 'Refers to a row outside of it, so that it is computed again for each such row.',
};

export const once: StepBadge = {
  text: 'ONCE',
  tone: 'ok',
  explanation: 'Refers to nothing outside of it, so that it is computed once for the whole run.',
};

export const stored: StepBadge = {
  text: 'STORED',
  tone: 'neutral',
  explanation: 'All its rows are put into a temporary table before the first one is read.',
};

export const reused: StepBadge = {
  text: 'REUSED',
  tone: 'ok',
  explanation: 'Computed already: this costs nothing more.',
};

export const lookupByKey: StepBadge = {
  text: 'SEARCH',
  tone: 'ok',
  explanation: 'Each value is looked up by the table’s own key: no list is made first.',
};

export const bloom: StepBadge = {
  text: 'BLOOM FILTER',
  tone: 'neutral',
  explanation:
    'A small table of bits that says for sure what is not there; SQLite makes it on every run where it expects many searches in vain.',
};

export const virtual: StepBadge = {
  text: 'VIRTUAL',
  tone: 'neutral',
  explanation:
    'A virtual table: SQLite prints SCAN for it whatever its code does, so the line says nothing about the rows visited.',
};

export const transient: StepBadge = {
  text: 'TEMPORARY',
  tone: 'neutral',
  explanation:
    'Rows that the statement makes itself, not a table of the schema: to read them all is what they are made for.',
};

export const never: StepBadge = {
  text: 'NEVER RUNS',
  tone: 'neutral',
  explanation:
    'A step of the plan that the program does not come to: a condition is always false, or LIMIT is 0.',
};

export const counted: StepBadge = {
  text: 'COUNT',
  tone: 'ok',
  explanation: 'Entries are counted page by page: cheaper than visiting the rows.',
};

export const oneEnd: StepBadge = {
  text: 'MIN/MAX',
  tone: 'ok',
  explanation: 'Starts at one end of the key’s order and stops at the first row that answers.',
};

export const minMaxUnknown: StepBadge = {
  text: 'MIN/MAX',
  tone: 'neutral',
  explanation:
    'SQLite prints SEARCH without terms both for one step to the end of an index and for reading every row.',
};

export const skipScan: StepBadge = {
  text: 'SKIP-SCAN',
  tone: 'neutral',
  explanation:
    'The first column of the index has no condition, so every value of it is tried in turn. SQLite does so only when statistics say that there are few.',
};

export const foreignKey: StepBadge = {
  text: 'FOREIGN KEY',
  tone: 'neutral',
  explanation: 'Not part of what you wrote: SQLite looks for rows that refer to the changed one.',
};

export const foreignKeyIfOpen: StepBadge = {
  text: 'FOREIGN KEY, IF OPEN',
  tone: 'neutral',
  explanation:
    'Not part of what you wrote, and skipped as long as all references are whole. While one leads nowhere, SQLite looks for rows that wait for the new one.',
};

export const unknown: StepBadge = {
  text: 'UNKNOWN',
  tone: 'neutral',
  explanation: 'A line that is not in the known grammar; its text is shown as SQLite wrote it.',
};
