// The signatures of the function whose arguments one writes, as Monaco draws them.
// Which call that is, is said by signatureAt.
import type { languages } from 'monaco-editor/editor';
import { signatureAt } from '../../../state/selectors/editor/sql-assist.ts';

export const signatureProvider: languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  signatureHelpRetriggerCharacters: [')'],
  provideSignatureHelp(model, position) {
    const help = signatureAt(model.getValue(), model.getOffsetAt(position));
    if (!help) return null;
    const { signatures, activeSignature, activeParameter, documentation } = help;
    const value = {
      activeSignature,
      // Past the last one: none is marked.
      activeParameter: activeParameter ?? Number.MAX_SAFE_INTEGER,
      signatures: signatures.map(({ label, parameters }) => ({
        label,
        documentation,
        parameters: parameters.map(
          ({ start, end }): languages.ParameterInformation => ({ label: [start, end] }),
        ),
      })),
    };
    return { value, dispose: () => {} };
  },
};
