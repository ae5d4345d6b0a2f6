// The name of the file that a chart is saved to.

/** 'Times of a/b: c' as 'times-of-a-b-c.svg': letters of any script and digits, at most 80. */
export function pictureName(title: string, extension: string): string {
  const stem = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${stem || 'chart'}.${extension}`;
}
