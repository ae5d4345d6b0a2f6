// Names and ids that are not taken yet.

/** The first of prefix1, prefix2, ... that no item has as id. */
export function freshId(prefix: string, items: readonly { id: string }[]): string {
  const taken = new Set(items.map((item) => item.id));
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** The wanted name, or with a number after it when it is taken (letter case does not matter). */
export function freshName(wanted: string, items: readonly { name: string }[], gap = ' '): string {
  const taken = new Set(items.map((item) => item.name.toLowerCase()));
  if (!taken.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/[ _]\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}${gap}${number}`.toLowerCase())) number++;
  return `${stem}${gap}${number}`;
}
