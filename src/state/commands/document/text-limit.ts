// The most text that a playground may hold: what storage and files can give back.
// Says so where text is written or pasted, before it would be lost.
import type { EngineError, ErrorPlace } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { playgroundLimits, playgroundTextLength } from '../../../share/playground-schema.ts';

/** Why the playground cannot be kept as it would be; null when it can. */
export function textRefusal(
  playground: Playground,
  source: ErrorPlace['source'],
): EngineError | null {
  const length = playgroundTextLength(playground);
  const { textLength } = playgroundLimits;
  if (length <= textLength) return null;
  const [found, most] = [length, textLength].map((count) => count.toLocaleString('en-US'));
  return {
    code: 'too-large',
    message: `This is too much text: the playground would have ${found} characters and keeps at most ${most}. It stays as it was.`,
    hint: 'Let Data generate the rows in place of INSERT statements, or leave some out.',
    place: { source, offset: 0, length: 0 },
  };
}
