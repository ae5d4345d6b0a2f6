import { expect, it } from 'vitest';
import { factsOf, techniqueFacts, techniquesOf } from './technique-facts.ts';

it('lists every technique once, under the operation that its id names', () => {
  const ids = techniqueFacts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(25);
  expect(ids).toHaveLength(25);
  for (const { id, operation } of techniqueFacts) expect(id.startsWith(`${operation}-`)).toBe(true);
  expect([...techniquesOf('insert'), ...techniquesOf('update'), ...techniquesOf('delete')]).toEqual(
    ids,
  );
  expect(techniqueFacts.filter(({ isAutocommit }) => isAutocommit).map(({ id }) => id)).toEqual(
    ids.filter((id) => id.endsWith('-autocommit')),
  );
});

it('measures nine ways to insert unless the user says otherwise', () => {
  const inserts = techniquesOf('insert').filter((id) => factsOf(id).isDefault);
  expect(inserts).toHaveLength(9);
  expect(inserts).not.toContain('insert-returning');
});

it('tells techniques of an operation apart by name', () => {
  for (const operation of ['insert', 'update', 'delete'] as const) {
    const names = techniquesOf(operation).map((id) => factsOf(id).name);
    expect(new Set(names).size).toBe(names.length);
  }
});
