// Where docs/measuring.md explains a verdict: the anchor of its section, on the page and in the file.
// Knows no addresses: who links knows where the page lies.
import { assertNever } from '../../../lib/assert-never.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';

/** The part after '#' of a link to the section that explains this kind of verdict. */
export function verdictAnchor(kind: Verdict['kind']): string {
  switch (kind) {
    case 'faster':
    case 'slower':
      return 'faster-slower';
    case 'clearly-faster':
    case 'clearly-slower':
      return 'clearly';
    case 'baseline':
    case 'equal':
    case 'unresolved':
    case 'too-few-runs':
    case 'too-noisy':
    case 'different-answer':
    case 'failed':
    case 'over-limit':
      return kind;
    default:
      return assertNever(kind);
  }
}
