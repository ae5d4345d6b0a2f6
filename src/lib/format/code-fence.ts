// The fence around a block of code in Markdown.

/** Longer than any run of backticks in the code, so that nothing in it ends the block. */
export function codeFence(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}
