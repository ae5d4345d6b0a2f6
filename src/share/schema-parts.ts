// Building blocks of the schemas for what comes from outside: bounded texts, lists and numbers.
// Messages are the end of a sentence that begins with the place: "the title is longer than ...".
import * as v from 'valibot';

/** A text of at most `max` UTF-16 units. */
export function text(max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max, `is longer than ${max.toLocaleString('en-US')} characters`),
  );
}

/** The bound of a list. */
export function atMost<Item>(max: number) {
  return v.maxLength<Item[], number, string>(max, `has more than ${max} entries`);
}

/** A whole number of [min, max]. */
export function integer(min: number, max: number) {
  const range = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(), v.safeInteger(range), v.minValue(min, range), v.maxValue(max, range));
}

/** Any number but NaN and the infinities. */
export const finite = v.pipe(v.number(), v.finite('must be a finite number'));

/** Ids become keys of objects: none may be the name of something that every object has. */
export const id = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.check((value) => !(value in Object.prototype), 'is not a usable id'),
);

/**
 * An object with any keys, of at most `max` entries. Not v.record: it drops the keys `constructor`
 * and `__proto__`, which are possible table names.
 */
export function dictionary<Value>(
  key: v.GenericSchema<string>,
  value: v.GenericSchema<unknown, Value>,
  max: number,
) {
  return v.pipe(
    v.custom<object>(
      (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    ),
    v.transform((input) => Object.entries(input) as [string, unknown][]),
    v.array(v.strictTuple([key, value])),
    atMost(max),
    v.transform((entries): Record<string, Value> => Object.fromEntries(entries)),
  );
}
