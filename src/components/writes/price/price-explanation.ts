// What a press on "Measure the price" does: the button stands at the foot of the fields, and where
// nothing was measured yet.
export const priceExplanation =
  'Writes the same rows with no index, with each alone, and with several. Everything happens on a copy.';
