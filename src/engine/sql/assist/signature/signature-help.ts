// The signatures of the call that the caret stands in: plain data. Says nothing of how it is found.
import type { SignatureText } from '../../functions/signature-text.ts';

export interface SignatureHelp {
  functionName: string;
  /** At least one. */
  signatures: SignatureText[];
  /** Position among the signatures: the shortest that takes the arguments written so far. */
  activeSignature: number;
  /** Position among that signature's parameters; null when it has no parameter there. */
  activeParameter: number | null;
  /** What the function does, in a sentence or two. */
  documentation: string;
}
