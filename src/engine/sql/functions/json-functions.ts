// SQLite's JSON functions (sqlite.org/json1.html), in our own words. JSON is text or, faster to read
// again, the binary JSONB; the jsonb_ functions give the latter. Paths are written '$.a[0]'.
import type { FunctionRow } from './sql-function.ts';

const notText =
  'Values count as text, not as JSON, unless they come from json() or another JSON function.';

export const jsonFunctions: readonly FunctionRow[] = [
  [
    'json',
    'json',
    'text',
    'The JSON text, checked and without blanks; text that is no JSON is an error. Around an argument of another JSON function it says that the text is JSON.',
  ],
  ['json_array', 'value...?', 'text', `An array of the values. ${notText}`],
  [
    'json_array_insert',
    'json, path, value...',
    'text',
    'Puts values into arrays at these places, before what stands there.',
  ],
  [
    'json_array_length',
    'json, path?',
    'integer',
    'How many elements the array has; 0 for what is no array, NULL where the path leads nowhere.',
  ],
  [
    'json_error_position',
    'text',
    'integer',
    'Where the text stops being JSON, in characters from 1; 0 for JSON.',
  ],
  [
    'json_extract',
    'json, path, path...?',
    'any',
    'The value at a path, as an SQL value; with several paths, an array as JSON. An index on the same expression serves it.',
  ],
  [
    'json_group_array',
    'value',
    'text',
    'Aggregate: an array of the values of all rows, NULLs included.',
  ],
  [
    'json_group_object',
    'name, value',
    'text',
    'Aggregate: an object of the names and values of all rows; of equal names all are kept.',
  ],
  [
    'json_insert',
    'json, path, value...',
    'text',
    'Adds values where the path leads nowhere yet; overwrites nothing.',
  ],
  [
    'json_object',
    'name, value...?',
    'text',
    `An object of these names and values, in turn. ${notText}`,
  ],
  [
    'json_patch',
    'json, patch',
    'text',
    'Merges objects (RFC 7396): a null in the patch removes; arrays are replaced as a whole.',
  ],
  [
    'json_pretty',
    'json, indent?',
    'text',
    'The JSON with line breaks, indented by four blanks or by `indent`.',
  ],
  ['json_quote', 'value', 'text', 'A number or text as JSON: text in double quotes.'],
  [
    'json_remove',
    'json, path...?',
    'text',
    'Without what stands at the paths, one after the other.',
  ],
  ['json_replace', 'json, path, value...', 'text', 'Overwrites values that are there; adds none.'],
  ['json_set', 'json, path, value...', 'text', `Overwrites or adds values. ${notText}`],
  [
    'json_type',
    'json, path?',
    'text',
    "'null', 'true', 'false', 'integer', 'real', 'text', 'array' or 'object'; NULL where the path leads nowhere.",
  ],
  [
    'json_valid',
    'value, flags?',
    'integer',
    '1 for JSON. Flags: 1 strict JSON text, 2 JSON5 text, 4 looks like JSONB, 8 is JSONB for certain; their sum takes any.',
  ],
  ['jsonb', 'json', 'blob', 'The JSON as JSONB, the form that is read without being parsed again.'],
  ['jsonb_array', 'value...?', 'blob', 'As json_array, giving JSONB.'],
  ['jsonb_array_insert', 'json, path, value...', 'blob', 'As json_array_insert, giving JSONB.'],
  [
    'jsonb_extract',
    'json, path, path...?',
    'any',
    'As json_extract, but arrays and objects come as JSONB.',
  ],
  ['jsonb_group_array', 'value', 'blob', 'Aggregate: as json_group_array, giving JSONB.'],
  ['jsonb_group_object', 'name, value', 'blob', 'Aggregate: as json_group_object, giving JSONB.'],
  ['jsonb_insert', 'json, path, value...', 'blob', 'As json_insert, giving JSONB.'],
  ['jsonb_object', 'name, value...?', 'blob', 'As json_object, giving JSONB.'],
  ['jsonb_patch', 'json, patch', 'blob', 'As json_patch, giving JSONB.'],
  ['jsonb_remove', 'json, path...?', 'blob', 'As json_remove, giving JSONB.'],
  ['jsonb_replace', 'json, path, value...', 'blob', 'As json_replace, giving JSONB.'],
  ['jsonb_set', 'json, path, value...', 'blob', 'As json_set, giving JSONB.'],
];
