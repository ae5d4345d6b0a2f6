// The Examples menu, in its order; the first is what a first visit shows.
import { coveringIndex } from './covering-index.ts';
import type { Example } from './example.ts';
import { joinWithoutIndex } from './join-without-index.ts';
import { practiceExercise } from './practice-exercise.ts';
import { productsAndOrders } from './products-and-orders.ts';

export const firstVisitExample: Example = productsAndOrders;

export const examples: readonly Example[] = [
  productsAndOrders,
  practiceExercise,
  joinWithoutIndex,
  coveringIndex,
];

/** The example of an address (`#example/<id>`), null when there is none of that id. */
export function findExample(id: string): Example | null {
  return examples.find((example) => example.id === id) ?? null;
}
