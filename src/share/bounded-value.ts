// Bounds on values that storage gives back: how deep they nest and how much they hold.
// A cloned value may contain itself; whoever walks it by recursion asks here first.

/** Whether `value` nests at most `maxDepth` deep and holds at most `maxValues` values in all. */
export function isBounded(value: unknown, maxDepth: number, maxValues: number): boolean {
  let level: unknown[] = [value];
  let held = 1;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth || held > maxValues) return false;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      const inside: unknown[] = Array.isArray(each) ? each : Object.values(each);
      held += inside.length;
      // Before they are collected: what is held twice is walked twice, and can double each level.
      if (held > maxValues) return false;
      for (const item of inside) next.push(item);
    }
    level = next;
  }
  return true;
}
