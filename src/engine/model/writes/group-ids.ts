// Names of a run's groups that are not those of setups or operations: who measures makes them, who
// shows the run finds its parts by them.

/** The two ways to load a table that has indexes, of an index price. */
export const buildGroupId = 'build';

/** The same load into every variant of the table. */
export const variantsGroupId = 'all';

/** Deletes of parents of a foreign key; `position` counts the keys from 1. */
export function parentsGroupId(position: number): string {
  return `parents ${position}`;
}

export function isParentsGroup(groupId: string): boolean {
  return groupId.startsWith('parents ');
}
