// Findings as lines of a text: where one is of a setup, its letter stands before it.
import type { SetupLetter } from '../../../../engine/model/playground.ts';

export interface ToldFinding {
  letters: readonly SetupLetter[];
  text: string;
}

export function toldFindings(findings: readonly ToldFinding[]): string[] {
  return findings.map(({ letters, text }) =>
    letters.length === 1 ? `${letters[0]}: ${text}` : text,
  );
}
