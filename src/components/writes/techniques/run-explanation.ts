// What a press on "Run writes" does: the button stands at the foot of the fields, and where nothing
// was measured yet.
export const runExplanation =
  'Measures every technique in every setup, in an engine of its own: the bench keeps its data.';
