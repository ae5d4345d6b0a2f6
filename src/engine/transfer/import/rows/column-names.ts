// Names for the columns of a new table from a header as it is: empty, doubled, too long names too.
import { formatList } from '../../../../lib/format/format-list.ts';
import { foldName } from '../../../../lib/sql-name.ts';

/** Longer names are cut; SQLite would take them, no screen does. */
const maxLength = 200;

export interface NamedColumns {
  names: string[];
  warnings: string[];
}

/** A name for each of `width` columns, none twice; says what was changed. */
export function columnNames(header: readonly string[], width: number): NamedColumns {
  const taken = new Set<string>();
  const made: string[] = [];
  const renamed: string[] = [];
  const names = Array.from({ length: width }, (_, column) => {
    const written = (header[column] ?? '').replaceAll('\0', '').trim().slice(0, maxLength);
    const wanted = written === '' ? `column_${column + 1}` : written;
    const name = distinct(wanted, taken);
    taken.add(foldName(name));
    if (written === '' && header.length > 0) made.push(name);
    else if (name !== wanted) renamed.push(`${wanted} to ${name}`);
    return name;
  });
  return {
    names,
    warnings: [
      ...(made.length > 0
        ? [
            `${made.length === 1 ? 'A column without a name was' : 'Columns without a name were'} named ${some(made)}.`,
          ]
        : []),
      ...(renamed.length > 0
        ? [
            `${renamed.length === 1 ? 'A doubled name was' : 'Doubled names were'} changed: ${some(renamed)}.`,
          ]
        : []),
    ],
  };
}

function distinct(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(foldName(wanted))) return wanted;
  let number = 2;
  while (taken.has(foldName(`${wanted}_${number}`))) number++;
  return `${wanted}_${number}`;
}

function some(items: readonly string[]): string {
  return items.length <= 6
    ? formatList(items)
    : `${items.slice(0, 5).join(', ')} and ${items.length - 5} more`;
}
