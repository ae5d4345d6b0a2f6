// Advice on the length of a link: what chat tools and mail programs do to long ones.

/** Up to here every tool that was tried keeps a link whole. */
export const comfortableLinkLength = 2000;
/** From here chat tools cut. */
export const riskyLinkLength = 4000;

export type LinkSizeAdvice =
  | { level: 'fine' }
  | { level: 'long'; message: string }
  | { level: 'too-long'; message: string };

/** What to say about a link of `length` characters, the whole address counted. */
export function linkSizeAdvice(length: number): LinkSizeAdvice {
  const size = `${length.toLocaleString('en-US')} characters`;
  if (length > riskyLinkLength) {
    return {
      level: 'too-long',
      message: `This link has ${size}. Many chat tools cut links over 4,000, and a cut link cannot be opened: send the playground as a file instead.`,
    };
  }
  if (length > comfortableLinkLength) {
    return {
      level: 'long',
      message: `This link has ${size}. Some tools shorten links over 2,000: try it before you rely on it, or send the playground as a file.`,
    };
  }
  return { level: 'fine' };
}
