// The part of papaparse that imports use, and nothing else of it.
// Its own types bring those of Node with them, which would take the engine's walls down: the
// TypeScript projects of engine and workers read this file in their place.

interface CsvStep {
  /** A list of the one row. */
  data: string[][];
  errors: { code: 'MissingQuotes' | 'InvalidQuotes' }[];
  /** `cursor`: offset behind the row. */
  meta: { cursor: number };
}

interface CsvParser {
  /** `ignoreLastRow`: it may go on behind the text. */
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): unknown;
  abort(): void;
}

declare const Papa: {
  Parser: new (config: {
    delimiter: string;
    newline: '\n' | '\r';
    step(result: CsvStep): void;
  }) => CsvParser;
};

export = Papa;
