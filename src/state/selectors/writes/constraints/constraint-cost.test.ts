import { describe, expect, it } from 'vitest';
import type {
  TableVariant,
  WriteContender,
  WriteSample,
} from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { measuredPrice, shop, standingOf } from '../price/measured-price.testing.ts';
import { writesBasis } from '../writes-basis.ts';
import { constraintCost } from './constraint-cost.ts';
import { costRows } from './cost-rows.ts';

const factors: Record<string, [TableVariant['kind'], boolean, number]> = {
  'no constraints': ['none', true, 1],
  STRICT: ['strict', false, 1],
  UNIQUE: ['unique', false, 1.73],
  'CHECK (price >= 0)': ['check', true, 1.39],
  'as it is': ['as-is', true, 1.5],
};

function contenderOf(name: string): WriteContender {
  const [kind, isOwn] = factors[name] ?? ['check', false];
  return {
    id: name,
    groupId: 'all',
    subject: {
      kind: 'variant',
      variant: { id: name, kind, name, sql: `CREATE TABLE t (${name})`, isOwn },
    },
    isBaseline: kind === 'none',
    technique: 'insert-prepared',
    batchSize: null,
    indexes: [],
  };
}

function measuredCost(rounds = 12): WritesRun {
  const base = measuredPrice();
  const { table, rows, start, seed, budgetMs } = base.subject.request;
  const subject = {
    ...base.subject,
    request: {
      ...{ kind: 'constraints' as const, table, rows, start, seed, budgetMs },
      ...{ update: null, indexNames: [] },
    },
  };
  const contenders = Object.keys(factors).map(contenderOf);
  const samples = contenders.flatMap(({ id, isBaseline }) =>
    Array.from({ length: rounds }, (_, at): WriteSample[] => {
      const noise = 1 + ((at * 7 + id.length) % 5) / 400;
      const elapsedMs = 20 * (factors[id]?.[2] ?? 1) * noise;
      const sample = { contenderId: id, round: at + 1, isControl: false, elapsedMs, runs: 1 };
      return isBaseline ? [sample, { ...sample, isControl: true }] : [sample];
    }).flat(),
  );
  const refused = contenderOf('FOREIGN KEY');
  if (!base.opened) throw new Error('The run was not opened.');
  return {
    ...base,
    subject: { ...subject, basis: writesBasis(shop, subject) },
    opened: {
      ...base.opened,
      contenders,
      refused: [{ contender: refused, reason: 'No other table.' }],
    },
    samples,
    standing: standingOf(contenders, samples),
  };
}

describe('constraintCost', () => {
  it('is nothing of runs of other kinds', () => {
    expect(constraintCost(shop, null)).toBeNull();
    expect(constraintCost(shop, measuredPrice())).toBeNull();
  });

  it('puts the baseline first, then the table’s own, then those tried, refused ones with reason', () => {
    const cost = constraintCost(shop, measuredCost());
    expect(cost?.variants.map(({ name, isOwn, headline }) => [name, isOwn, headline])).toEqual([
      ['no constraints', true, 'baseline'],
      ['CHECK (price >= 0)', true, '1.39× slower'],
      ['as it is', true, '1.50× slower'],
      ['STRICT', false, 'no meaningful difference'],
      ['UNIQUE', false, '1.73× slower'],
      ['FOREIGN KEY', false, 'not possible'],
    ]);
    expect(cost?.variants.at(-1)?.refusal).toBe('No other table.');
    expect(cost?.variants[1]).toMatchObject({
      sql: 'CREATE TABLE t (CHECK (price >= 0))',
      tone: 'slower',
      sentence: expect.stringContaining(
        'is 1.39 times slower than loading the same table without constraints',
      ),
    });
  });

  it('tells the whole, own and tried ones in sentences, each with its interval', () => {
    const texts = constraintCost(shop, measuredCost())?.sentences.map(({ text }) => text);
    expect(texts?.[0]).toMatch(
      /^All constraints of the table together make its inserts 1\.50× slower \(.+\): \+1\.\d+ µs \(.+\) a row\.$/,
    );
    expect(texts?.[1]).toMatch(
      /^By itself: CHECK \(price >= 0\) 1\.39× slower \(1\.\d+–1\.\d+\)\.$/,
    );
    expect(texts?.[2]).toMatch(/^Tried on it: UNIQUE 1\.73× slower \(1\.\d+–1\.\d+\)\.$/);
    expect(texts?.[3]).toBe('No meaningful difference of those tried: STRICT (within ±5 %).');
  });

  it('has no sentence and no interval after two rounds', () => {
    const cost = constraintCost(shop, measuredCost(2));
    expect(cost?.sentences).toEqual([]);
    expect(cost?.variants[1]).toMatchObject({ interval: '', extra: '' });
  });

  it('draws all but the baseline and the refused', () => {
    const rows = costRows(constraintCost(shop, measuredCost())?.variants ?? []);
    expect(rows.map(({ title, isTried }) => [title, isTried])).toEqual([
      ['CHECK (price >= 0)', false],
      ['as it is', false],
      ['STRICT', true],
      ['UNIQUE', true],
    ]);
    expect(rows[0]?.interval?.estimate).toBeCloseTo(1.39, 1);
  });
});
