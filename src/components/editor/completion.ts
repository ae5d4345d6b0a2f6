// What the editor offers while one types: names of the schema, keywords, functions.
// The names come with each document; nothing is read from the page's state here.
import { type editor, languages, type Position } from 'monaco-editor/editor';
import type { CompletionName } from '../../state/selectors/editor/completion-names.ts';
import { functionNames, keywords, typeNames } from './sqlite-words.ts';

const namesByModel = new WeakMap<editor.ITextModel, readonly CompletionName[]>();

/** Sets what is offered in this model besides SQL's own words. */
export function setCompletionNames(
  model: editor.ITextModel,
  names: readonly CompletionName[],
): void {
  namesByModel.set(model, names);
}

/** For registerCompletionItemProvider. Behind a dot only columns are offered. */
export function provideCompletions(
  model: editor.ITextModel,
  position: Position,
): languages.CompletionList {
  const { startColumn, endColumn } = model.getWordUntilPosition(position);
  const line = position.lineNumber;
  const range = {
    startLineNumber: line,
    endLineNumber: line,
    startColumn,
    endColumn,
  };
  const isBehindDot = model.getLineContent(line)[startColumn - 2] === '.';
  const names = (namesByModel.get(model) ?? []).filter(
    ({ kind }) => !isBehindDot || kind === 'column',
  );
  const nameItems = names.map(({ name, sql, kind, detail }) => ({
    label: { label: name, description: detail },
    insertText: sql,
    filterText: name,
    kind: kindIcons[kind],
    sortText: `0${name}`,
    range,
  }));
  return { suggestions: isBehindDot ? nameItems : [...nameItems, ...wordItems(range)] };
}

const { CompletionItemKind } = languages;

const kindIcons = {
  table: CompletionItemKind.Struct,
  view: CompletionItemKind.Interface,
  column: CompletionItemKind.Field,
};

function wordItems(range: languages.CompletionItem['range']): languages.CompletionItem[] {
  const words = [...keywords, ...typeNames].map((word) => ({
    label: word,
    insertText: word,
    kind: CompletionItemKind.Keyword,
    sortText: `1${word}`,
    range,
  }));
  const functions = functionNames.map((name) => ({
    label: name,
    insertText: name,
    kind: CompletionItemKind.Function,
    sortText: `2${name}`,
    range,
  }));
  return [...words, ...functions];
}
