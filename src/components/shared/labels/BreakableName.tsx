// A name or a piece of SQL that may be broken behind its joints, not in the middle of a word.
import { Fragment } from 'react';

/** Behind underscores, opening brackets, commas and points; numbers stay whole. */
const joints = /(?<=[_(,.])(?=[^_(,.\s\d])/;

export function BreakableName({ text }: { text: string }) {
  let at = 0;
  return text.split(joints).map((part) => {
    const key = at;
    at += part.length;
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {part}
      </Fragment>
    );
  });
}
