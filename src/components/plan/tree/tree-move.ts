// Where a key moves the focus in a tree whose branches are all open, by the ARIA pattern.
// Pure; the tree is a list of lines with levels.

/** The index that `key` leads to from `from`, or null when the key moves nothing. */
export function treeMove(
  key: string,
  from: number,
  lines: readonly { level: number }[],
): number | null {
  const level = lines[from]?.level ?? 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, lines.length - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return lines.length - 1;
    case 'ArrowRight':
      return (lines[from + 1]?.level ?? 0) > level ? from + 1 : from;
    case 'ArrowLeft': {
      const above = lines.slice(0, from).findLastIndex((line) => line.level < level);
      return above < 0 ? from : above;
    }
    default:
      return null;
  }
}
