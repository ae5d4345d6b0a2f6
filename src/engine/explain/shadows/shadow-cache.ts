// Keeps a few shadow databases open, so that a switch of the bench is planned at once.
// What a shadow database is stands in shadow-database.ts.
import type { Driver } from '../../sqlite/driver.ts';
import { createTreeReader, type TreeReader } from '../trees/read-trees.ts';
import { openShadow, type ShadowDatabase, type ShadowRecipe } from './shadow-database.ts';

export interface ShadowCache {
  /** The shadow of this recipe, opened when it is not there yet: about 3 ms. */
  shadowOf(recipe: ShadowRecipe): ShadowDatabase;
  /** Reads the b-trees of such a shadow: nothing is created in it any more. */
  treesOf(shadow: ShadowDatabase): TreeReader;
  close(): void;
}

/** Shadow databases kept: the six setups, and what they were before a few switches. */
const shadowsKept = 24;

export function createShadowCache(driver: Driver): ShadowCache {
  const shadows = new Map<string, ShadowDatabase>();
  const trees = new WeakMap<ShadowDatabase, TreeReader>();

  // All shadows together have the memory of one: large schemas leave room for few of them. The last
  // one may be in use.
  function opened(recipe: ShadowRecipe): ShadowDatabase {
    while (true) {
      try {
        return openShadow(driver, recipe);
      } catch (thrown) {
        if (!isOutOfMemory(thrown) || shadows.size < 2) throw thrown;
        closeOldest();
      }
    }
  }

  function closeOldest(): void {
    const [oldest] = shadows.keys();
    if (oldest === undefined) return;
    shadows.get(oldest)?.database.close();
    shadows.delete(oldest);
  }

  return {
    // A Map keeps the order of insertion: the first key is the one unused for longest.
    shadowOf(recipe) {
      const key = JSON.stringify([recipe.schemaSql, recipe.indexes, recipe.statistics]);
      const shadow = shadows.get(key) ?? opened(recipe);
      shadows.delete(key);
      shadows.set(key, shadow);
      if (shadows.size > shadowsKept) closeOldest();
      return shadow;
    },
    treesOf(shadow) {
      const known = trees.get(shadow) ?? createTreeReader(shadow.database);
      trees.set(shadow, known);
      return known;
    },
    close() {
      for (const { database } of shadows.values()) database.close();
      shadows.clear();
    },
  };
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'Error' && /out of memory/.test(thrown.message);
}
