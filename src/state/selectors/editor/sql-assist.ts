// What an editor may ask about the text at its caret. Components reach the engine's pure functions
// only through state; nothing is added to them here.
export type {
  Completion,
  CompletionKind,
  Completions,
} from '../../../engine/sql/assist/completion.ts';
export { completionsAt } from '../../../engine/sql/assist/completions-at.ts';
export type { Hover, HoverLine } from '../../../engine/sql/assist/hover/hover.ts';
export { hoverAt } from '../../../engine/sql/assist/hover/hover-at.ts';
export { signatureAt } from '../../../engine/sql/assist/signature/signature-at.ts';
export type { SignatureHelp } from '../../../engine/sql/assist/signature/signature-help.ts';
export { noKnowledge, type SqlKnowledge } from '../../../engine/sql/assist/sql-knowledge.ts';
