// Closes a union: a kind that is not handled becomes a compile error, and an error at run time.

/** Throws with the unhandled value. Call it in the default branch of a switch over a union. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
