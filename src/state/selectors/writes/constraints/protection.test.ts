import { describe, expect, it } from 'vitest';
import type { Playground } from '../../../../engine/model/playground.ts';
import type {
  ConflictClause,
  ConflictOutcome,
  ConstraintDefinition,
  ConstraintTrial,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { productsAndOrders } from '../../../../examples/products-and-orders.ts';
import type { ConstraintTrialsRun } from '../../../writes-store.ts';
import { trialsBasis } from '../writes-basis.ts';
import { protectionMarkdown } from './constraints-report.ts';
import { protection } from './protection.ts';

const shop: Playground = productsAndOrders.playground;

function outcome(clause: ConflictClause, patch: Partial<ConflictOutcome> = {}): ConflictOutcome {
  return {
    clause,
    message: 'CHECK constraint failed: price >= 0',
    earlierKept: 3,
    beforeKept: 0,
    afterKept: 0,
    isBadRowIn: false,
    replaced: 0,
    isTransactionOpen: true,
    ...patch,
  };
}

const check: ConstraintDefinition = {
  kind: 'check',
  name: 'price_positive',
  columns: ['price'],
  sql: 'CHECK (price >= 0)',
};

const outcomes = [
  outcome('ROLLBACK', { earlierKept: 0, isTransactionOpen: false }),
  outcome('ABORT'),
  outcome('FAIL', { beforeKept: 4 }),
  outcome('IGNORE', { message: null, beforeKept: 4, afterKept: 5 }),
  outcome('REPLACE', {
    message: null,
    beforeKept: 4,
    afterKept: 5,
    isBadRowIn: true,
    replaced: 1,
  }),
];

function tried(
  patch: Partial<ConstraintDefinition> = {},
): Extract<ConstraintTrial, { status: 'tried' }> {
  return {
    definition: { ...check, ...patch },
    status: 'tried',
    columns: ['id', 'price'],
    row: [4, -1],
    breach: 'price is -1',
    message: 'CHECK constraint failed: price >= 0',
    outcomes,
  };
}

function runOf(trials: ConstraintTrial[]): ConstraintTrialsRun {
  return {
    table: 'products',
    basis: trialsBasis(shop),
    outcome: {
      status: 'tried',
      trials: {
        table: 'products',
        sql: 'CREATE TABLE products (id)',
        trials,
        notes: ['Mind it.'],
        earlierRows: 3,
        beforeRows: 4,
        afterRows: 5,
      },
    },
  };
}

describe('protection', () => {
  it('is nothing before the trials, and an error where they failed', () => {
    expect(protection(shop, null)).toBeNull();
    const error = { code: 'engine-failed' as const, message: 'It broke.' };
    const run = { ...runOf([]), outcome: { status: 'failed' as const, error } };
    expect(protection(shop, run)).toMatchObject({ problem: error, trials: [] });
  });

  it('marks the value that breaks the constraint, with definition, name and message', () => {
    const [trial] = protection(shop, runOf([tried()]))?.trials ?? [];
    expect(trial).toMatchObject({
      sql: 'CHECK (price >= 0)',
      about: '',
      name: 'price_positive',
      kind: 'CHECK',
      breach: 'price is -1',
      message: 'CHECK constraint failed: price >= 0',
      row: { columns: ['price', 'id'], values: [-1, 4], markedColumns: [0] },
    });
    const [behind] = protection(shop, runOf([tried({ sql: 'NOT NULL' })]))?.trials ?? [];
    expect(behind?.about).toBe('price');
  });

  it('puts all columns of the constraint first, and marks them', () => {
    const unique = { ...check, kind: 'unique' as const, sql: 'UNIQUE (parent_id, qty)' };
    const trial = {
      ...tried({ ...unique, columns: ['parent_id', 'qty'] }),
      columns: ['id', 'parent_id', 'note', 'qty'],
      row: [1, 2, 'a', 4],
      breach: 'parent_id is 2 and qty is 4, as in another row',
    };
    const [view] = protection(shop, runOf([trial]))?.trials ?? [];
    expect(view?.row).toEqual({
      columns: ['parent_id', 'qty', 'id', 'note'],
      values: [2, 4, 1, 'a'],
      markedColumns: [0, 1],
    });
  });

  it('says in words and figures what remained under each clause', () => {
    const [trial] = protection(shop, runOf([tried()]))?.trials ?? [];
    expect(trial?.outcomes.map(({ headline, kept }) => [headline, kept])).toEqual([
      ['all undone', '0 + 0 stay'],
      ['statement undone', '3 + 0 stay'],
      ['stops there', '3 + 4 stay'],
      ['bad row left out', '3 + 9 stay'],
      ['1 row replaced', '3 + 9 stay'],
    ]);
    expect(trial?.outcomes.map(({ words }) => words)).toEqual([
      '0 of 3 rows of before stayed, 0 of 9 good ones of the statement; the transaction has ended',
      '3 of 3 rows of before stayed, 0 of 9 good ones of the statement',
      '3 of 3 rows of before stayed, 4 of 9 good ones of the statement',
      '3 of 3 rows of before stayed, 9 of 9 good ones of the statement',
      '3 of 3 rows of before stayed, 9 of 9 good ones of the statement; the bad row is in, in the place of another',
    ]);
    expect(trial?.outcomes[2]).toMatchObject({
      earlier: [true, true, true],
      before: [true, true, true, true],
      after: [false, false, false, false, false],
      isBadRowIn: false,
      tone: 'kept',
    });
  });

  it('tells a row that was let in, one that COMMIT refuses, and rows that were lost', () => {
    const odd = [
      outcome('REPLACE', { message: null, beforeKept: 4, afterKept: 5, isBadRowIn: true }),
      outcome('ABORT', { beforeKept: 4, afterKept: 5, isBadRowIn: true, isAtCommit: true }),
      outcome('IGNORE', { message: null, beforeKept: 4, afterKept: 3 }),
    ];
    const [trial] = protection(shop, runOf([{ ...tried(), outcomes: odd } as ConstraintTrial]))
      ?.trials ?? [undefined];
    expect(trial?.outcomes.map(({ headline }) => headline)).toEqual([
      'bad row let in',
      'COMMIT refuses',
      'rows left out',
    ]);
    expect(trial?.outcomes[0]?.words).toContain('the bad row is in, changed to fit');
  });

  it('shows why a constraint was not tried, and what was accepted', () => {
    const trials: ConstraintTrial[] = [
      { definition: check, status: 'not-tried', reason: 'No row breaks it.' },
      {
        definition: check,
        status: 'accepted',
        columns: ['price'],
        row: [null],
        breach: 'price is NULL',
        reason: 'A CHECK that is NULL passes.',
      },
    ];
    const view = protection(shop, runOf(trials));
    expect(view?.trials.map(({ status, reason, row }) => [status, reason, row])).toEqual([
      ['not-tried', 'No row breaks it.', null],
      [
        'accepted',
        'A CHECK that is NULL passes.',
        { columns: ['price'], values: [null], markedColumns: [0] },
      ],
    ]);
    expect(view?.notes).toEqual(['Mind it.']);
  });

  const notNull = (column: string): ConstraintTrial => ({
    ...tried({ kind: 'not-null', name: null, columns: [column], sql: 'NOT NULL' }),
    message: `NOT NULL constraint failed: products.${column}`,
    outcomes: outcomes.map((each) =>
      each.clause === 'REPLACE' ? outcome('REPLACE', { message: `${column} is NULL` }) : each,
    ),
  });

  it('gives constraints with the same outcome under every clause one row', () => {
    const view = protection(shop, runOf([notNull('name'), tried(), notNull('price')]));
    expect(view?.remained.map(({ constraints }) => constraints)).toEqual([
      [{ sql: 'NOT NULL', about: 'name, price' }],
      [{ sql: 'CHECK (price >= 0)', about: '' }],
    ]);
    expect(view?.remained[0]?.outcomes.map(({ headline }) => headline).at(-1)).toBe(
      'statement undone',
    );
    expect(view?.remained[0]?.outcomes.at(-1)?.explanation).toBe(
      '3 of 3 rows of before stayed, 0 of 9 good ones of the statement. SQLite: name is NULL; price is NULL.',
    );
    expect(view?.remained[1]?.outcomes.at(-1)?.explanation).toMatch(
      /The statement did not fail\.$/,
    );
    const both = protection(
      shop,
      runOf([tried(), tried({ columns: ['id'], sql: 'CHECK (id > 0)' })]),
    );
    expect(both?.remained.map(({ constraints }) => constraints)).toEqual([
      [
        { sql: 'CHECK (price >= 0)', about: '' },
        { sql: 'CHECK (id > 0)', about: '' },
      ],
    ]);
  });

  it('says that the row which a key repeats is not among the counted, where a key was tried', () => {
    const methodOf = (trials: ConstraintTrial[]) => protection(shop, runOf(trials))?.method;
    const repeated = 'the row that the bad one repeats is in the table as well: it is not counted';
    const unique = { ...check, kind: 'unique' as const, sql: 'UNIQUE (price)' };
    expect(methodOf([tried()])).not.toContain('repeats');
    expect(methodOf([tried(), tried(unique)])).toContain(repeated);
    expect(methodOf([tried({ kind: 'primary-key' })])).toContain(repeated);
    const untried = { definition: unique, status: 'not-tried' as const, reason: 'No row.' };
    expect(methodOf([tried(), untried])).not.toContain('repeats');
  });

  it('calls an index by its name', () => {
    const sql = 'CREATE UNIQUE INDEX seats_place ON seats (hall, seat_no)';
    const index = tried({ kind: 'unique', name: 'seats_place', columns: ['hall', 'seat_no'], sql });
    const view = protection(shop, runOf([index]));
    expect(view?.trials[0]).toMatchObject({ sql, name: null, title: 'UNIQUE INDEX seats_place' });
    expect(view?.remained[0]?.constraints).toEqual([
      { sql: 'UNIQUE INDEX seats_place', about: '' },
    ]);
  });

  it('gives three of many messages', () => {
    const view = protection(shop, runOf(['a', 'b', 'c', 'd'].map(notNull)));
    expect(view?.remained).toHaveLength(1);
    expect(view?.remained[0]?.outcomes.at(-1)?.explanation).toMatch(/c is NULL; and 1 more\.$/);
  });

  it('says what holds of all constraints, and who lets the bad row in', () => {
    const view = protection(shop, runOf([notNull('name'), tried()]));
    expect(view?.answer).toBe('2 of 2 constraints refuse the row that breaks them');
    expect(view?.findings.map(({ text }) => text)).toEqual([
      '2 of 2 constraints refuse the row that breaks them.',
      'One bad row among 9 good ones: by default (OR ABORT) none of them stays, OR FAIL keeps the 4 before it and OR IGNORE leaves out the bad one alone.',
      'OR REPLACE lets the bad row in for CHECK (price >= 0): a row that was there is gone.',
    ]);
    // A deferred key is refused by COMMIT alone: the default no longer undoes the statement.
    const late = outcomes.map((each) =>
      each.clause === 'ABORT' ? { ...each, isAtCommit: true as const, isBadRowIn: true } : each,
    );
    const deferred = { ...tried(), outcomes: late } as ConstraintTrial;
    const [, stays] = protection(shop, runOf([notNull('name'), deferred]))?.findings ?? [];
    expect(stays?.text).not.toContain('ABORT');
    expect(stays?.text).toContain('OR FAIL keeps');
  });

  it('names what was accepted and what was not tried', () => {
    const trials: ConstraintTrial[] = [
      tried(),
      {
        definition: { ...check, columns: ['id'], sql: 'UNIQUE (id)' },
        status: 'not-tried',
        reason: 'No row.',
      },
      {
        definition: { ...check, columns: ['x'], sql: 'CHECK (x)' },
        status: 'accepted',
        columns: ['x'],
        row: [null],
        breach: 'price is NULL',
        reason: 'A CHECK that is NULL passes.',
      },
    ];
    const [first] = protection(shop, runOf(trials))?.findings ?? [];
    expect(first?.text).toBe(
      '1 of 3 constraints refuses the row that breaks it. What should break CHECK (x) was accepted. Not tried: UNIQUE (id).',
    );
    expect(first?.explanation).toContain('CHECK (x): A CHECK that is NULL passes.');
    expect(protection(shop, runOf([]))).toMatchObject({ answer: '', findings: [] });
    const none = protection(shop, runOf([1, 2].flatMap(() => trials[1] ?? [])));
    expect(none?.findings.map(({ text }) => text)).toEqual([
      'No constraint could be tried. No row.',
    ]);
    expect(none?.untried).toEqual([{ reason: 'No row.', titles: ['UNIQUE (id)', 'UNIQUE (id)'] }]);
    expect(protection(shop, runOf([tried()]))?.answer).toBe(
      'CHECK (price >= 0) refuses the row that breaks it',
    );
  });

  it('says what broke and what remained in Markdown', () => {
    const view = protection(shop, runOf([tried()]));
    const text = view ? protectionMarkdown('Shop', view) : '';
    expect(text).toMatch(/^- CHECK .*price is -1: CHECK constraint failed/m);
    expect(text).toContain('| stops there: 3 + 4 stay |');
  });

  it('is stale when the schema changes', () => {
    expect(protection(shop, runOf([]))?.isStale).toBe(false);
    const changed = { ...shop, schemaSql: `${shop.schemaSql} ` };
    expect(protection(changed, runOf([]))?.isStale).toBe(true);
  });
});
