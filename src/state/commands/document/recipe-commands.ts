// Verbs on the columns of the recipe: how their values are made, and back to what is inferred.
// Settings that make no sense by themselves never get into the document.

import type { Playground } from '../../../engine/model/playground.ts';
import type { ColumnRecipe, ColumnRecipes } from '../../../engine/model/recipe/column-generator.ts';
import { settingsProblem } from '../../../engine/model/recipe/settings-problem.ts';
import type { DocumentEditor } from '../../document-store.ts';
import { columnRecipeOf } from '../../selectors/data/column-recipe-of.ts';

export interface RecipeCommands {
  /**
   * Sets how a column's values are made; edits of the same `setting` undo as one step while they
   * follow each other closely. Gives the sentence, and changes nothing, when the settings make no
   * sense by themselves.
   */
  setColumn(table: string, column: string, recipe: ColumnRecipe, setting: string): string | null;
  /** Back to what is inferred from name, type and constraints. */
  resetColumn(table: string, column: string): void;
  /** The same for every column of the recipe. */
  resetAll(): void;
}

export function createRecipeCommands({ edit }: Pick<DocumentEditor, 'edit'>): RecipeCommands {
  return {
    setColumn(table, column, wanted, setting) {
      const problem = settingsProblem(wanted.generator);
      if (problem !== null) return problem;
      // Whether a default is NULL is for the DEFAULT to say.
      const isDefault = wanted.generator.kind === 'default';
      const nullShare = isDefault ? 0 : Math.min(1, Math.max(0, wanted.nullShare));
      const recipe: ColumnRecipe = { ...wanted, nullShare };
      edit((playground) => {
        const before = columnRecipeOf(playground.recipe, table, column);
        if (JSON.stringify(before) === JSON.stringify(recipe)) return playground;
        const all = playground.recipe.columns ?? {};
        const ofTable = Object.hasOwn(all, table) ? all[table] : undefined;
        return withColumns(playground, { ...all, [table]: { ...ofTable, [column]: recipe } });
      }, `${setting} of ${table}.${column}`);
      return null;
    },
    resetColumn: (table, column) =>
      edit((playground) => {
        if (!columnRecipeOf(playground.recipe, table, column)) return playground;
        const { [table]: ofTable, ...others } = playground.recipe.columns ?? {};
        const { [column]: _, ...rest } = ofTable ?? {};
        const isEmpty = Object.keys(rest).length === 0;
        return withColumns(playground, isEmpty ? others : { ...others, [table]: rest });
      }),
    resetAll: () => edit((playground) => withColumns(playground, {})),
  };
}

/** A recipe without columns of its own has no `columns`: so it has one form only. */
function withColumns(playground: Playground, columns: ColumnRecipes): Playground {
  const { columns: before, ...recipe } = playground.recipe;
  const isEmpty = Object.keys(columns).length === 0;
  if (isEmpty && before === undefined) return playground;
  return { ...playground, recipe: isEmpty ? recipe : { ...recipe, columns } };
}
