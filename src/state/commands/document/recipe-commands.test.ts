import { beforeEach, expect, test } from 'vitest';
import type { ColumnRecipe } from '../../../engine/model/recipe/column-generator.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createDocument, type DocumentEditor } from '../../document-store.ts';
import { createRecipeCommands, type RecipeCommands } from './recipe-commands.ts';

let time: number;
let document: DocumentEditor;
let recipe: RecipeCommands;

beforeEach(() => {
  time = 0;
  document = createDocument(emptyPlayground, () => time);
  recipe = createRecipeCommands(document);
});

const columns = () => document.store.getState().playground.recipe.columns;
const whole = (min: number, max: number, nullShare = 0): ColumnRecipe => ({
  generator: { kind: 'integer', min, max, shape: 'even' },
  nullShare,
});

test('sets columns, each for itself, and takes them back', () => {
  recipe.setColumn('t', 'a', whole(1, 10), 'max');
  recipe.setColumn('t', 'constructor', whole(1, 5), 'max');
  recipe.setColumn('__proto__', 'a', whole(1, 3), 'max');
  expect(Object.keys(columns() ?? {})).toEqual(['t', '__proto__']);
  expect(columns()?.t).toEqual({ a: whole(1, 10), constructor: whole(1, 5) });
  recipe.resetColumn('t', 'a');
  recipe.resetColumn('t', 'unknown');
  expect(columns()?.t).toEqual({ constructor: whole(1, 5) });
  recipe.resetColumn('t', 'constructor');
  recipe.resetColumn('__proto__', 'a');
  expect(document.store.getState().playground.recipe).toEqual(emptyPlayground.recipe);
});

test('gives a default no NULLs of its own', () => {
  recipe.setColumn('t', 'a', { generator: { kind: 'default' }, nullShare: 0.7 }, 'kind');
  expect(columns()).toEqual({ t: { a: { generator: { kind: 'default' }, nullShare: 0 } } });
});

test('takes back all at once', () => {
  recipe.setColumn('t', 'a', whole(1, 10), 'max');
  recipe.resetAll();
  expect(columns()).toBeUndefined();
  document.undo();
  expect(columns()).toEqual({ t: { a: whole(1, 10) } });
});

test('typing into one field undoes as one step, other fields as others', () => {
  recipe.setColumn('t', 'a', whole(1, 2), 'max');
  recipe.setColumn('t', 'a', whole(1, 25), 'max');
  recipe.setColumn('t', 'a', whole(1, 250), 'max');
  recipe.setColumn('t', 'a', whole(5, 250), 'min');
  document.undo();
  expect(columns()?.t?.a).toEqual(whole(1, 250));
  document.undo();
  expect(columns()).toBeUndefined();
});

test('settings that make no sense by themselves change nothing, and the reason is given', () => {
  recipe.setColumn('t', 'a', whole(1, 10), 'max');
  const before = document.store.getState().playground;
  expect(recipe.setColumn('t', 'a', whole(20, 10), 'min')).toMatch(/\.$/);
  expect(document.store.getState().playground).toBe(before);
  expect(recipe.setColumn('t', 'a', whole(1, 10), 'min')).toBeNull();
  expect(document.store.getState().playground).toBe(before);
});

test('a share is one', () => {
  recipe.setColumn('t', 'a', whole(1, 10, 7), 'NULL share');
  expect(columns()?.t?.a?.nullShare).toBe(1);
});
