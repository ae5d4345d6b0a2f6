import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';
import { plansReport } from './plans-report.ts';

let test: TestApp;
beforeEach(() => {
  test = openTestApp({
    ...items,
    queries: [
      {
        id: 'q1',
        name: 'dear',
        weight: 1,
        sql: 'SELECT name FROM items WHERE price > :least AND name LIKE :name',
        parameters: [
          { name: ':least', generator: { kind: 'constant', value: 900 } },
          { name: ':name', generator: { kind: 'constant', value: "it's%" } },
        ],
      },
    ],
  });
});
afterEach(() => test.close());

function report(options: Parameters<typeof plansReport>[4] = {}) {
  const { document, runs } = test.app;
  const { playground } = document.store.getState();
  return plansReport(playground, runs.getState(), 'q1', null, options);
}

describe('plansReport', () => {
  it('says what was bound, and what once more where that changes', async () => {
    expect(report()?.bindings).toEqual({});
    await vi.waitFor(() => expect(report()?.bindings).toEqual({ ':least': 900, ':name': "it's%" }));
    const text = await test.app.exports.plansMarkdown('q1');
    expect(text).toContain("\nBound: :least = 900, :name = 'it''s%'.\n");
    test.app.queries.setGenerator('q1', ':least', { kind: 'constant', value: 5 });
    await vi.waitFor(() => expect(report()?.bindings[':least']).toBe(5));
  });

  it('weighs findings as the reader does', async () => {
    await vi.waitFor(() => expect(report()?.setups[0]?.outcome.status).toBe('planned'));
    const weights = (options?: Parameters<typeof report>[0]) => {
      const outcome = report(options)?.setups[0]?.outcome;
      return outcome?.status === 'planned' && outcome.findings.map(({ severity }) => severity);
    };
    expect(weights()).toContain('low');
    expect(weights({ manyRows: 10_000 })).toContain('medium');
    expect(await test.app.exports.plansMarkdown('q1', 10_000)).toContain('**medium**');
  });
});
