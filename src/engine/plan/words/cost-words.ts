// The planner's cost of a step, in words.
// The figure is SQLite's: 10*log2 of an estimate, undocumented and meant for its own tests.

/** `cost` of one invocation of a step, as StepNode.cost; 0 where SQLite gives none. */
export function costWords(cost: number): string {
  if (cost === 0) return 'The planner gives no cost for this line.';
  return `Planner cost (log scale): ${cost}. An estimate of SQLite’s for one run of this step; 10 more is twice the cost.`;
}
