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

function tried(patch: Partial<ConstraintDefinition> = {}): ConstraintTrial {
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
    expect(trial?.outcomes.map(({ headline, words }) => [headline, words])).toEqual([
      ['transaction taken back', '0 of 3 before, 0 of 9; transaction ended'],
      ['statement taken back', '3 of 3 before, 0 of 9'],
      ['stops at the bad row', '3 of 3 before, 4 of 9'],
      ['bad row left out', '3 of 3 before, 9 of 9'],
      ['replaced 1 row', '3 of 3 before, 9 of 9; the bad row is in'],
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

  it('says what broke and what remained in Markdown', () => {
    const view = protection(shop, runOf([tried()]));
    const text = view ? protectionMarkdown('Shop', view) : '';
    expect(text).toMatch(/^- CHECK .*price is -1: CHECK constraint failed/m);
    expect(text).toContain('| stops at the bad row: 3 of 3 before, 4 of 9 |');
  });

  it('is stale when the schema changes', () => {
    expect(protection(shop, runOf([]))?.isStale).toBe(false);
    const changed = { ...shop, schemaSql: `${shop.schemaSql} ` };
    expect(protection(changed, runOf([]))?.isStale).toBe(true);
  });
});
