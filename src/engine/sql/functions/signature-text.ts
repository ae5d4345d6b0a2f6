// How the signatures of a function are written: `substr(text, start[, length])`.
import { argumentCounts, type SqlFunction } from './sql-function.ts';

export interface SignatureText {
  label: string;
  /** UTF-16 offsets of the parameters in the label. */
  parameters: { start: number; end: number }[];
}

/** In the order of the function's signatures. Optional parameters stand in brackets. */
export function signatureTexts({ name, signatures }: SqlFunction): SignatureText[] {
  return signatures.map((parameters) => {
    let label = `${name}(`;
    const spans: SignatureText['parameters'] = [];
    for (const [position, each] of parameters.entries()) {
      if (each.isOptional) label += '[';
      if (position > 0) label += ', ';
      const start = label.length;
      label += each.isVariadic ? `${each.name}, ...` : each.name;
      spans.push({ start, end: label.length });
    }
    label += `${']'.repeat(parameters.length - argumentCounts(parameters).least)})`;
    return { label, parameters: spans };
  });
}
