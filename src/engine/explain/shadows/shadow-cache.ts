// Keeps a few shadow databases open, so that a switch of the bench is planned at once.
// What a shadow database is stands in shadow-database.ts.
import type { Driver } from '../../sqlite/driver.ts';
import { createTreeReader, type TreeReader } from '../trees/read-trees.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { openShadow, type ShadowDatabase, type ShadowRecipe } from './shadow-database.ts';

export interface ShadowCache {
  /** The shadow of this recipe, opened when it is not there yet: about 3 ms. */
  shadowOf(recipe: ShadowRecipe): ShadowDatabase;
  /** Reads the b-trees of such a shadow: nothing is created in it any more. */
  treesOf(shadow: ShadowDatabase): TreeReader;
  /**
   * Asks the shadow that was given last. Where the heap is full others are closed and it is asked
   * again; throws "out of memory" when it needs more than there is.
   */
  withRoom<Answer>(ask: () => Answer): Answer;
  close(): void;
}

/** Shadow databases kept: the six setups, and what they were before a few switches. */
const shadowsKept = 24;

export function createShadowCache(driver: Driver): ShadowCache {
  // A Map keeps the order of insertion: the first key is the one unused for longest.
  const shadows = new Map<string, ShadowDatabase>();
  const trees = new WeakMap<ShadowDatabase, TreeReader>();

  // All shadows together have the memory of one: large schemas leave room for few of them. Half of
  // them go at once: what fails may have taken long, and is not tried for each. The last one may be
  // in use.
  function withRoom<Answer>(ask: () => Answer): Answer {
    while (true) {
      try {
        return ask();
      } catch (thrown) {
        if (!isOutOfMemory(thrown) || shadows.size < 2) throw thrown;
        closeOldest(Math.floor(shadows.size / 2));
      }
    }
  }

  function closeOldest(count: number): void {
    for (const [key, { database }] of [...shadows].slice(0, count)) {
      database.close();
      shadows.delete(key);
    }
  }

  return {
    shadowOf(recipe) {
      const key = JSON.stringify([recipe.schemaSql, recipe.indexes, recipe.statistics]);
      const shadow = shadows.get(key) ?? withRoom(() => openShadow(driver, recipe));
      shadows.delete(key);
      shadows.set(key, shadow);
      if (shadows.size > shadowsKept) closeOldest(1);
      return shadow;
    },
    treesOf(shadow) {
      const known = trees.get(shadow) ?? createTreeReader(shadow.database);
      trees.set(shadow, known);
      return known;
    },
    withRoom,
    close: () => closeOldest(shadows.size),
  };
}
