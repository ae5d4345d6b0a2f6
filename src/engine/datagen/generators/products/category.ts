// Shop categories.
// Drawn in departments.ts, together with the names of products.
import type { Generator, Source } from '../../generator.ts';
import { departmentOf, departments } from './departments.ts';

const names = departments.map((department) => department.name);

/** 24 shop categories, the first about seven times as frequent as the last. */
export function createCategory(source: Source): Generator {
  const department = departmentOf(source);
  return {
    name: 'category',
    description: `${names.length} shop categories, some much more frequent`,
    at: (row) => names[department(row)] ?? '',
    distinct: () => ({ size: names.length, at: (number) => names[number] ?? '', isOrdered: true }),
  };
}
