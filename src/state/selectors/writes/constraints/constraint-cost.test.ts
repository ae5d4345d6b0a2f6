import { describe, expect, it } from 'vitest';
import type {
  TableVariant,
  WriteContender,
  WriteSample,
} from '../../../../engine/model/writes/writes.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { measuredPrice, shop, standingOf } from '../price/measured-price.testing.ts';
import { writesSamplesFile } from '../run/writes-samples-file.ts';
import { writesBasis } from '../writes-basis.ts';
import { constraintCost } from './constraint-cost.ts';
import { costMarkdown } from './constraints-report.ts';

const factors: Record<string, [TableVariant['kind'], boolean, number]> = {
  'no constraints': ['none', true, 1],
  STRICT: ['strict', false, 1],
  UNIQUE: ['unique', false, 1.73],
  'CHECK (price >= 0)': ['check', true, 1.39],
  'the table as written': ['as-is', true, 1.5],
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
      kind: 'constraints' as const,
      table,
      rows,
      start,
      seed,
      budgetMs,
      update: null,
      indexNames: [],
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

/** The same run with deletes of parents, which take 2 ms with an index and 60 ms without. */
function withDeletes(run: WritesRun): WritesRun {
  if (!run.opened) throw new Error('The run was not opened.');
  const deletes = ([true, false] as const).map((isBaseline): WriteContender => {
    const name = `delete p: c ${isBaseline ? 'indexed' : 'not indexed'}`;
    const kind = isBaseline ? 'foreign-key-indexed' : 'foreign-key';
    return {
      id: name,
      groupId: 'parents 1',
      isBaseline,
      technique: 'delete-prepared',
      subject: { kind: 'variant', variant: { id: kind, kind, name, sql: '', isOwn: isBaseline } },
      batchSize: null,
      indexes: [],
    };
  });
  const contenders = [...run.opened.contenders, ...deletes];
  const samples = [
    ...run.samples,
    ...deletes.flatMap(({ id, isBaseline }) =>
      Array.from({ length: 12 }, (_, at): WriteSample[] => {
        const elapsedMs = (isBaseline ? 2 : 60) * (1 + (at % 5) / 400);
        const sample = { contenderId: id, round: at + 1, isControl: false, elapsedMs, runs: 1 };
        return isBaseline ? [sample, { ...sample, isControl: true }] : [sample];
      }).flat(),
    ),
  ];
  const opened = { ...run.opened, contenders };
  return { ...run, opened, samples, standing: standingOf(contenders, samples) };
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
      ['the table as written', true, '1.50× slower'],
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
    const texts = constraintCost(shop, measuredCost())?.frame.findings.map(({ text }) => text);
    expect(texts?.[0]).toMatch(
      /^All constraints of the table together make its inserts 1\.50× slower \(.+\): \+1\.\d+ µs \(.+\) a row\.$/,
    );
    expect(texts?.[1]).toMatch(
      /^By itself: CHECK \(price >= 0\) 1\.39× slower \(1\.\d+–1\.\d+\)\.$/,
    );
    expect(texts?.[2]).toMatch(/^Tried on it: UNIQUE 1\.73× slower \(1\.\d+–1\.\d+\)\.$/);
    expect(texts?.[3]).toBe('No meaningful difference of those tried: STRICT (within ±5 %).');
  });

  it('answers for the whole table in a few words', () => {
    expect(constraintCost(shop, measuredCost())?.answer).toMatch(
      /^1\.50× slower \(1\.\d+–1\.\d+\)$/,
    );
  });

  /** The same run with what was ranked slower undecided, its interval as it is or put around 1. */
  function undecided(run: WritesRun, around1: readonly string[] = [], noisy: string[] = []) {
    if (!run.standing) throw new Error('Nothing was measured.');
    const cells = Object.fromEntries(
      Object.entries(run.standing.cells).map(([id, cell]) => {
        if (cell.verdict.kind !== 'slower') return [id, cell];
        const { ratio: measured, margin } = cell.verdict;
        const ratio = around1.includes(id) ? { ...measured, low: 0.8, high: 1.4 } : measured;
        const verdict = noisy.includes(id)
          ? { kind: 'too-noisy' as const, ratio, margin }
          : { kind: 'unresolved' as const, ratio, margin, moreRounds: 9 };
        return [id, { ...cell, verdict }];
      }),
    );
    return { ...run, standing: { ...run.standing, cells } };
  }

  it('says what is not told apart, the whole first and the advice once', () => {
    const run = undecided(measuredCost(), Object.keys(factors));
    const cost = constraintCost(shop, run);
    expect(cost?.answer).toBe('not told apart from no constraints (1.25× faster to 1.40× slower)');
    expect(cost?.frame.findings.map(({ text }) => text)).toEqual([
      'All constraints of the table together: not told apart from no constraints (1.25× faster to 1.40× slower): the interval reaches to both sides; more time narrows the intervals.',
      'Not told apart from no constraints: CHECK (price >= 0).',
      'No meaningful difference of those tried: STRICT (within ±5 %).',
      'Tried on it, not told apart from no constraints: UNIQUE.',
    ]);
  });

  it('does not say of an interval clear of 1 that it is not told apart', () => {
    const cost = constraintCost(shop, undecided(measuredCost()));
    expect(cost?.answer).toMatch(/^too noisy to rank \(1\.\d+–1\.\d+× slower\)$/);
    expect(cost?.frame.findings.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^All constraints of the table together: too noisy to rank \(1\.\d+–1\.\d+× slower\): the interval reaches into .+; more time narrows the intervals\.$/,
      ),
      expect.stringMatching(
        /^Too noisy to rank: CHECK \(price >= 0\) \(1\.\d+–1\.\d+× slower\)\.$/,
      ),
      'No meaningful difference of those tried: STRICT (within ±5 %).',
      expect.stringMatching(/^Tried on it, too noisy to rank: UNIQUE \(1\.\d+–1\.\d+× slower\)\.$/),
    ]);
  });

  it('keeps what is too noisy apart from what is not told apart, each in its own sentence', () => {
    const { opened, ...run } = undecided(
      measuredCost(),
      ['UNIQUE', 'the table as written'],
      ['the table as written'],
    );
    if (!opened) throw new Error('The run was not opened.');
    // Both of one kind: what is tried is the table's own here.
    const contenders = opened.contenders.map((each): WriteContender => {
      if (each.id !== 'UNIQUE' || each.subject.kind !== 'variant') return each;
      return {
        ...each,
        subject: { kind: 'variant', variant: { ...each.subject.variant, isOwn: true } },
      };
    });
    const cost = constraintCost(shop, { ...run, opened: { ...opened, contenders } });
    expect(cost?.frame.findings.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^All .+: too noisy to rank \(1\.25× faster to 1\.40× slower\): the baseline measured against itself .+; the machine is too noisy now: close other work and measure again\.$/,
      ),
      expect.stringMatching(/^Too noisy to rank: CHECK \(price >= 0\) \(1\..+× slower\)\.$/),
      'Not told apart from no constraints: UNIQUE.',
      'No meaningful difference of those tried: STRICT (within ±5 %).',
    ]);
  });

  it('does not charge AUTOINCREMENT to the constraints', () => {
    const { opened, ...run } = measuredCost();
    if (!opened) throw new Error('The run was not opened.');
    const contenders = opened.contenders.map((each): WriteContender => {
      if (each.id !== 'CHECK (price >= 0)' || each.subject.kind !== 'variant') return each;
      const variant: TableVariant = { ...each.subject.variant, kind: 'autoincrement' };
      return { ...each, subject: { kind: 'variant', variant } };
    });
    const cost = constraintCost(shop, { ...run, opened: { ...opened, contenders } });
    expect(cost?.frame.findings[0]?.text).toMatch(
      /^All constraints of the table together with AUTOINCREMENT make its inserts 1\.50× slower/,
    );
  });

  it('tells a variant against the one that it differs from in one thing', () => {
    const { opened, ...run } = measuredCost();
    if (!opened) throw new Error('The run was not opened.');
    const contenders = opened.contenders.map((each): WriteContender => {
      if (each.id !== 'CHECK (price >= 0)' || each.subject.kind !== 'variant') return each;
      const variant: TableVariant = { ...each.subject.variant, against: 'UNIQUE' };
      return { ...each, subject: { kind: 'variant', variant } };
    });
    const cost = constraintCost(shop, { ...run, opened: { ...opened, contenders } });
    expect(cost?.frame.findings.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^CHECK \(price >= 0\) is 1\.2\d× faster than UNIQUE \(.+–.+\)\.$/),
    );
  });

  it('has no sentence and no interval after two rounds', () => {
    const cost = constraintCost(shop, measuredCost(2));
    expect(cost?.frame.findings).toEqual([]);
    expect(cost?.frame.lack).toBe(
      '2 runs each are too few to compare them. Choose more time or fewer rows.',
    );
    expect(cost?.answer).toBe('');
    expect(cost?.variants[1]).toMatchObject({
      interval: '2.78–2.80 µs, all 2 runs',
      extra: '',
    });
  });

  it('tells deletes of parents apart from loads', () => {
    expect(constraintCost(shop, measuredCost())?.parents).toBeNull();
    const cost = constraintCost(shop, withDeletes(measuredCost()));
    expect(cost?.variants).toHaveLength(6);
    expect(
      cost?.parents?.variants.map(({ name, headline, isOwn }) => [name, headline, isOwn]),
    ).toEqual([
      ['delete p: c indexed', 'baseline', true],
      ['delete p: c not indexed', '30× slower', false],
    ]);
    // Of all deletes together, not of one.
    expect(cost?.parents?.variants[0]?.time).toMatch(/^2\.0\d ms$/);
    expect(cost?.parents?.findings.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^30× slower than with an index \(.+\): delete p: c not indexed, \+5\d\.\d ms \(.+\)\.$/,
      ),
    ]);
  });

  it('says all of it in Markdown, and names the variant of each sample', () => {
    const run = withDeletes(measuredCost());
    const cost = constraintCost(shop, run);
    const text = cost ? costMarkdown('Shop', cost) : '';
    expect(text).toMatch(/\| STRICT \(tried\) \| .+ µs \(.+\), no meaningful difference/);
    expect(text).toContain('| FOREIGN KEY | not possible: No other table. | – |');
    expect(text).toContain('#### What deleting parents costs');
    expect(writesSamplesFile(run, 'csv').text).toContain(',CHECK (price >= 0),');
  });

  it('draws all but the baseline and the refused', () => {
    const rows = constraintCost(shop, measuredCost())?.rows ?? [];
    expect(rows.map(({ title, isTried }) => [title, isTried])).toEqual([
      ['CHECK (price >= 0)', false],
      ['the table as written', false],
      ['STRICT', true],
      ['UNIQUE', true],
    ]);
    expect(rows[0]?.interval?.estimate).toBeCloseTo(1.39, 1);
  });

  /** Counted: so many VM steps a row and pages more than without constraints. */
  function withCounts(run: WritesRun, more: Record<string, [number, number]>): WritesRun {
    const counts = (run.opened?.contenders ?? []).flatMap(({ id }) => {
      const [steps, pages] = more[id] ?? [0, 0];
      const counters = { vmSteps: 10_000 * (12 + steps) + 3, pagesWritten: 110 + pages };
      return [{ status: 'counted' as const, contenderId: id, counters }];
    });
    return { ...run, counts };
  }
  const work: Record<string, [number, number]> = {
    'CHECK (price >= 0)': [3, 0],
    UNIQUE: [8, 170],
    'the table as written': [5, -20],
  };
  const textsOf = (cost: ReturnType<typeof constraintCost>) =>
    cost?.frame.findings.map(({ text }) => text).filter((text) => text.includes('Counted'));

  it('says by counts what each constraint adds to a row', () => {
    const cost = constraintCost(shop, withCounts(measuredCost(), work));
    expect(textsOf(cost)).toEqual([
      'Counted: without constraints a row takes 12 VM steps and 0.011 pages. With the table’s own: CHECK (price >= 0) (+3 VM steps) and the table as written (+5 VM steps, −0.002 pages).',
      'Counted, tried on it: STRICT (the same) and UNIQUE (+8 VM steps, +0.017 pages).',
    ]);
    expect(cost?.frame.count).toBeNull();
    expect(cost?.variants[1]?.work?.text).toBe('15 VM steps, 0.011 pages');
    expect(cost ? costMarkdown('Shop', cost) : '').toContain('counted 15 VM steps, 0.011 pages');
    expect(constraintCost(shop, measuredCost())?.frame.count?.refusal).toBeNull();
  });

  it('names what does more work though times do not tell it', () => {
    const ranked = withCounts(measuredCost(), work);
    const noisy = undecided(ranked, [], ['UNIQUE']);
    const { standing } = ranked;
    if (!standing) throw new Error('Nothing was measured.');
    const cells = { ...standing.cells, UNIQUE: noisy.standing.cells.UNIQUE };
    const run = { ...ranked, standing: { ...standing, cells } } as WritesRun;
    expect(textsOf(constraintCost(shop, run))?.[0]).toMatch(
      /^Tried on it, too noisy to rank: UNIQUE \(1\.\d+–1\.\d+× slower\); the machine is too noisy now: close other work and measure again\. Counted, UNIQUE does more work all the same\.$/,
    );
  });

  it('adds to the answer what was counted, whatever the times say', () => {
    const more = { 'the table as written': [8, 0] } satisfies Record<string, [number, number]>;
    const answerOf = (run: WritesRun) => constraintCost(shop, run)?.answer;
    const counted = withCounts(measuredCost(), more);
    expect(answerOf(undecided(counted, ['the table as written']))).toBe(
      'not told apart from no constraints (1.25× faster to 1.40× slower); counted: +8 VM steps a row',
    );
    expect(answerOf(counted)).toMatch(/^1\.50× slower \(.+\); counted: \+8 VM steps a row$/);
    expect(answerOf(withCounts(measuredCost(2), more))).toBe('counted: +8 VM steps a row');
    expect(answerOf(withCounts(measuredCost(), {}))).toMatch(/; counted: the same work$/);
  });

  it('says what each delete of a parent reads without an index', () => {
    const run = withCounts(withDeletes(measuredCost()), { 'delete p: c not indexed': [36, 0] });
    const cost = constraintCost(shop, run);
    // Of all deletes together, not of one.
    expect(cost?.parents?.variants[0]?.work?.text).toBe('120,003 VM steps, 110 pages');
    expect(cost?.parents?.findings.at(-1)?.text).toBe(
      'Counted: 4.0× the VM steps (480,003 against 120,003); both write 110 pages; delete p: c not indexed.',
    );
  });
});
