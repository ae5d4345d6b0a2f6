// SQLite's SQL for Monaco: a Monarch tokenizer that cuts where SQLite's own tokenizer cuts.
// Knows no colours (editor-theme.ts) and no schema (model-knowledge.ts).
import type { languages } from 'monaco-editor/editor';
import { sqlWords } from '../../../state/selectors/editor/sql-words.ts';

export const languageId = 'sqlite';

export const languageConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  brackets: [['(', ')']],
  autoClosingPairs: [
    { open: '(', close: ')', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: "'", close: "'" },
    { open: '"', close: '"' },
  ],
  // A parameter is one word with its colon, for double clicks and for completion.
  wordPattern: /[:@$]?[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/,
};

export const language: languages.IMonarchLanguage = {
  ignoreCase: true,
  defaultToken: '',
  tokenPostfix: '',
  brackets: [{ open: '(', close: ')', token: 'delimiter' }],
  ...sqlWords,
  tokenizer: {
    root: [
      [/--.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/x'[0-9a-f]*'/, 'string'],
      [/'/, 'string', '@string'],
      [/"/, 'identifier.quote', '@doubleQuoted'],
      [/`/, 'identifier.quote', '@backticked'],
      [/\[[^\]]*\]/, 'identifier.quote'],
      [/[:@$][\w$\u0080-\uffff]+/, 'variable.parameter'],
      [/\?\d*/, 'variable.parameter'],
      [/0x[0-9a-f_]+/, 'number'],
      [/\d[\d_]*(\.[\d_]*)?(e[-+]?\d+)?/, 'number'],
      [/\.\d[\d_]*(e[-+]?\d+)?/, 'number'],
      // Behind a dot stands a column, whatever it is called.
      [/\.[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/, 'identifier'],
      [
        /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*(?=\s*\()/,
        {
          cases: {
            '@functionNames': 'predefined',
            '@keywords': 'keyword',
            '@typeNames': 'type',
            '@default': 'identifier',
          },
        },
      ],
      [
        /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/,
        { cases: { '@keywords': 'keyword', '@typeNames': 'type', '@default': 'identifier' } },
      ],
      [/[()]/, '@brackets'],
      [/[,;.]/, 'delimiter'],
      [/[-+*/%=<>!&|~]+/, 'operator'],
    ],
    comment: [
      [/[^*]+/, 'comment'],
      [/\*\//, 'comment', '@pop'],
      [/\*/, 'comment'],
    ],
    string: [
      [/[^']+/, 'string'],
      [/''/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    doubleQuoted: [
      [/[^"]+/, 'identifier.quote'],
      [/""/, 'identifier.quote'],
      [/"/, 'identifier.quote', '@pop'],
    ],
    backticked: [
      [/[^`]+/, 'identifier.quote'],
      [/``/, 'identifier.quote'],
      [/`/, 'identifier.quote', '@pop'],
    ],
  },
};
