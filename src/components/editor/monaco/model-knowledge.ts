// What is known of the database that the text in a model is about, for all that is offered there.
// The knowledge comes with each document; nothing is read from the page's state.
import type { editor } from 'monaco-editor/editor';
import { noKnowledge, type SqlKnowledge } from '../../../state/selectors/editor/sql-assist.ts';

const knowledgeByModel = new WeakMap<editor.ITextModel, SqlKnowledge>();

export function setKnowledge(model: editor.ITextModel, knowledge: SqlKnowledge): void {
  knowledgeByModel.set(model, knowledge);
}

export function knowledgeOf(model: editor.ITextModel): SqlKnowledge {
  return knowledgeByModel.get(model) ?? noKnowledge;
}
