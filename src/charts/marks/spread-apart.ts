// Labels that would lie over each other: apart along a line, or in lanes above one another.
// Keeps away from pixels' meaning: places come in and go out in the same unit.

/**
 * Places at least `gap` apart and within `low` to `high`, as near to the wanted ones as that
 * allows and in their order. Where there is no room for all gaps, they shrink alike.
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, index) => index);
  order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const step = Math.min(gap, (high - low) / Math.max(wanted.length - 1, 1));
  // Clusters of labels that touch, each centred on the mean of what its labels want.
  const clusters: { members: number[]; start: number }[] = [];
  const startOf = (members: readonly number[]) => {
    const sum = members.reduce((total, each, at) => total + (wanted[each] ?? 0) - at * step, 0);
    const most = high - (members.length - 1) * step;
    return Math.max(Math.min(sum / members.length, most), low);
  };
  for (const index of order) {
    let members = [index];
    let start = startOf(members);
    let before = clusters.at(-1);
    while (before && before.start + before.members.length * step > start + 1e-9) {
      members = [...before.members, ...members];
      start = startOf(members);
      clusters.pop();
      before = clusters.at(-1);
    }
    clusters.push({ members, start });
  }
  const places = wanted.map(() => 0);
  for (const { members, start } of clusters) {
    for (const [at, index] of members.entries()) places[index] = start + at * step;
  }
  return places;
}

/** The lane, 0 first, in which each span lies clear of those before it. */
export function toLanes(spans: readonly { low: number; high: number }[], gap: number): number[] {
  const order = spans.map((_, index) => index);
  order.sort((a, b) => (spans[a]?.low ?? 0) - (spans[b]?.low ?? 0) || a - b);
  const ends: number[] = [];
  const lanes = spans.map(() => 0);
  for (const index of order) {
    const span = spans[index];
    if (!span) continue;
    const free = ends.findIndex((end) => end + gap <= span.low);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.high;
    lanes[index] = lane;
  }
  return lanes;
}
