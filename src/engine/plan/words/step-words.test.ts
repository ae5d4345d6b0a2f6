import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySchema } from '../../model/database/schema.ts';
import type { AccessPath, PlanStep, StepNode } from '../../model/plan/plan-step.ts';
import { planFindings } from '../findings/plan-findings.ts';
import { planForms, planFormsSchema } from '../plan-forms.testing.ts';
import { defaultRowWeights, rowWeights } from '../row-weights.ts';
import { costWords } from './cost-words.ts';
import { planWords, stepWords } from './step-words.ts';
import { type PlanOptions, planner, stepsOf } from './words.testing.ts';
import type { WordsContext } from './words-context.ts';

const rows = { t1: 100_000, t2: 20_000, t5: 500, w: 3_000, p: 50, ch: 300_000 };

function drawn(
  nodes: readonly StepNode[],
  words: ReturnType<typeof planWords>,
  indent = '',
): string {
  return nodes
    .map((node) => {
      const { sentence = '', badges = [] } = words.get(node.path) ?? {};
      const marks = badges.map(({ text, tone }) => `[${tone === 'warn' ? '!' : ''}${text}]`);
      return [
        `${indent}${node.detail}\n`,
        `${indent}  = ${[sentence, ...marks].join(' ')}\n`,
        drawn(node.children, words, `${indent}    `),
      ].join('');
    })
    .join('');
}

describe('stepWords', () => {
  it('has a sentence for every form of plan line', async () => {
    const drawings: string[] = [];
    const common = await planner(planFormsSchema, { rows });
    for (const { form, sql, extra } of planForms) {
      const own = extra ? await planner(`${planFormsSchema}${extra}`, { rows }) : common;
      const { nodes, context } = own.explained(sql);
      const words = planWords(nodes, context);
      drawings.push(`## ${form}\n${sql}\n${drawn(nodes, words)}`);
      for (const node of stepsOf(nodes)) {
        for (const { sentence, badges, actual } of [
          words.get(node.path) ?? stepWords(node, context),
          stepWords(node, context),
          stepWords(node, { ...context, facts: null, areRowsLoaded: false }),
        ]) {
          expect(sentence).toMatch(/^[A-Z0-9“].*[.)]$/s);
          expect(sentence.replace(/“[^”]*”/g, 'x')).not.toMatch(
            /undefined|null|NaN|=\?|[<>]\?| {2}| ,|\.\./,
          );
          expect(actual).toBeNull();
          for (const badge of badges) expect(badge.explanation).toMatch(/^[^`]*\.$/);
        }
      }
      if (own !== common) own.free();
    }
    common.free();
    await expect(drawings.join('\n')).toMatchFileSnapshot('words-of-all-forms.txt');
  });
});

describe('numbers in words', () => {
  const schema = `
    CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, category INTEGER);
    CREATE TABLE pairs (a, b, c, PRIMARY KEY (a, b)) WITHOUT ROWID;
    CREATE INDEX idx_category ON products (category);
  `;
  const one = async (sql: string, options: PlanOptions) => {
    const { explained, free } = await planner(schema, options);
    const { nodes, context } = explained(sql);
    free();
    const [words] = planWords(nodes, context).values();
    return { sentence: words?.sentence, actual: words?.actual, badge: words?.badges[0]?.text };
  };

  it('says where rows are not there yet, and leaves out what is not known', async () => {
    const sql = 'select * from products where name = 3';
    const many = { products: 100_000 };
    expect(await one(sql, { rows: many, areRowsLoaded: false })).toMatchObject({
      sentence: 'Reads every row of products: 100,000 rows by the recipe, not generated yet.',
    });
    expect(await one(sql, {})).toMatchObject({ sentence: 'Reads every row of products.' });
    expect(await one(sql, { rows: { products: 1 } })).toMatchObject({
      sentence: 'Reads every row of products: 1 row.',
      badge: 'SCAN',
    });
  });

  it('says what was counted', async () => {
    const sql = 'select * from products where name = 3 limit 1';
    const counted = (visited: number) =>
      one(sql, {
        rows: { products: 100_000 },
        loopCounts: [{ row: 0, status: 'counted', visited }],
      });
    expect(await counted(12_345)).toEqual({
      sentence: 'Reads every row of products: 100,000 rows. LIMIT may end it earlier.',
      actual: 'visited 12,345 rows',
      badge: 'ENDED EARLY',
    });
    expect(await counted(100_000)).toMatchObject({ badge: 'FULL SCAN' });
    const unavailable = { row: 0, status: 'unavailable' as const, reason: 'It is not.' };
    expect(await one(sql, { loopCounts: [unavailable] })).toMatchObject({ actual: null });
  });

  it('ends with LIMIT where each row comes out', async () => {
    const own = { rows: { products: 100_000 } };
    expect(await one('select * from products order by category limit 10 offset 5', own)).toEqual({
      sentence:
        'Reads rows of products in the order of index idx_category, each of which it looks up in the table, until LIMIT has 15 rows; the table has 100,000 rows.',
      actual: null,
      badge: 'UNTIL LIMIT',
    });
    const { sentence } = await one('select distinct name from products limit 10', own);
    expect(sentence).toBe('Reads every row of products: 100,000 rows. LIMIT may end it earlier.');
  });

  it('says so where the program does not come to a step', async () => {
    const words = await one('select category from products where 0', {});
    expect(words).toMatchObject({
      sentence: expect.stringMatching(/^Never runs: .* index idx_category of products/),
      badge: 'NEVER RUNS',
    });
  });

  it('takes few rows for few by the weights that were chosen', async () => {
    const badge = async (high: number) =>
      (
        await one('select * from products', {
          rows: { products: 5_000 },
          weights: rowWeights(high),
        })
      ).badge;
    expect(await badge(100_000)).toBe('FULL SCAN');
    expect(await badge(1_000_000)).toBe('SCAN');
  });

  it('knows a key from a part of a key', async () => {
    expect(await one('select * from pairs where a = 1 and b = 2', {})).toMatchObject({
      sentence: 'Goes straight to the row of pairs with the wanted a and b, by its primary key.',
    });
    expect(await one('select * from pairs where a = 1', {})).toMatchObject({
      sentence: 'Goes through the rows of pairs with the wanted a, by its primary key.',
    });
  });

  it('calls the rowid by its name', async () => {
    expect(await one('select * from products where rowid > 4', {})).toMatchObject({
      sentence: 'Goes through the rows of products with id above a bound, by the table’s own key.',
    });
  });
});

describe('any tree of steps', () => {
  const name = fc.constantFrom('t', 'T', 'main.t', '', 'a b', '(subquery-1)', '=?', '“x”');
  const source = fc.record({
    label: name,
    kind: fc.constantFrom('table', 'virtual', 'transient', 'unknown' as const),
    name: fc.option(name),
  });
  const term = fc.record({
    relation: fc.constantFrom('equal', 'above', 'below', 'skip' as const),
    columns: fc.option(fc.array(name, { minLength: 1, maxLength: 2 })),
    text: name,
  });
  const terms = fc.array(term, { maxLength: 3 });
  const access: fc.Arbitrary<AccessPath> = fc.oneof(
    fc.constant({ kind: 'table' as const }),
    fc.record({ kind: fc.constantFrom('rowid', 'primary-key'), terms }),
    fc.record({ kind: fc.constant('index'), index: name, isCovering: fc.boolean(), terms }),
    fc.record({ kind: fc.constant('automatic-index'), isPartial: fc.boolean(), terms }),
    fc.record({ kind: fc.constant('virtual'), number: name, text: name }),
  );
  const operator = fc.constantFrom('UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT' as const);
  const form = fc.constantFrom('scalar', 'list' as const);
  const step: fc.Arbitrary<PlanStep> = fc.oneof(
    fc.record({
      kind: fc.constant('loop'),
      verb: fc.constantFrom('scan', 'search'),
      source,
      access,
      isExists: fc.boolean(),
      isLeftJoin: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('constant-rows'), rows: fc.nat() }),
    fc.record({
      kind: fc.constant('sort'),
      purpose: fc.constantFrom('order-by', 'group-by', 'distinct', 'aggregate'),
      lastTerms: fc.option(fc.nat()),
      aggregate: fc.option(fc.constantFrom('count(DISTINCT)', 'group_concat(ORDER BY)')),
    }),
    fc.record({ kind: fc.constantFrom('co-routine', 'materialize', 'right-join'), source }),
    fc.record({
      kind: fc.constant('subquery'),
      form,
      number: fc.nat(),
      isCorrelated: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('reuse'), form, number: fc.nat() }),
    fc.record({ kind: fc.constant('in-lookup'), table: fc.option(name), index: fc.option(name) }),
    fc.record({ kind: fc.constant('bloom-filter'), source: fc.option(source), terms }),
    fc.record({ kind: fc.constantFrom('multi-index-or', 'compound', 'unknown') }),
    fc.record({ kind: fc.constant('or-arm'), number: fc.nat() }),
    fc.record({
      kind: fc.constant('compound-arm'),
      operator: fc.option(operator),
      isTempBTree: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('merge'), operator }),
    fc.record({ kind: fc.constant('merge-arm'), side: fc.constantFrom('left', 'right') }),
    fc.record({ kind: fc.constant('recursion'), part: fc.constantFrom('setup', 'step') }),
  );
  const edge = fc.constantFrom('then', 'for-each', 'part', 'foreign-key' as const);
  const trees: fc.Memo<StepNode[]> = fc.memo((depth) =>
    fc.array(
      fc.record({
        path: fc.uuid(),
        row: fc.nat(20),
        detail: name,
        cost: fc.nat(300),
        step,
        edge,
        children: depth > 1 ? trees(depth - 1) : fc.constant([]),
      }),
      { maxLength: 3 },
    ),
  );

  it('has sentences and findings, whatever stands where', () => {
    const context: WordsContext = {
      schema: emptySchema,
      sql: 'select * from t as "a b" where 1 limit 3',
      facts: null,
      trees: [],
      rowsOf: (table) => (table === 't' ? 100_000 : null),
      areRowsLoaded: false,
      hasStatistics: false,
      loopCounts: new Map([[3, { row: 3, status: 'counted', visited: 17 }]]),
      weights: defaultRowWeights,
    };
    fc.assert(
      fc.property(trees(4), (nodes) => {
        const words = planWords(nodes, context);
        const said = [...words.values()].map(({ sentence }) => sentence);
        for (const { title, reason } of planFindings(nodes, context)) said.push(title, reason);
        for (const text of said) {
          expect(text).toMatch(/\S/);
          expect(text.replace(/“[^”]*”+/g, 'x')).not.toMatch(/undefined|null|NaN| {2}|\.\./);
        }
        expect(words.size).toBe(new Set(stepsOf(nodes).map(({ path }) => path)).size);
      }),
      { numRuns: 300 },
    );
  });
});

describe('costWords', () => {
  it('says that it is an estimate on a log scale', () => {
    expect(costWords(158)).toMatch(/^Planner cost \(log scale\): 158\. An estimate/);
    expect(costWords(0)).toBe('The planner gives no cost for this line.');
  });
});

describe('virtual tables', () => {
  it('knows a full-text search by its module and what it was asked for', async () => {
    const own = await planner('CREATE VIRTUAL TABLE ft USING fts4(body);');
    const { nodes, context } = own.explained("select * from ft where body match 'x'");
    own.free();
    const [node] = nodes;
    if (node?.step.kind !== 'loop') throw new Error('no loop');
    const said = (module: string, number: string, text: string) => {
      const schema = {
        ...context.schema,
        tables: context.schema.tables.map((table) => ({
          ...table,
          sql: `CREATE VIRTUAL TABLE ft USING ${module}(body)`,
        })),
      };
      const access = { kind: 'virtual' as const, number, text };
      return stepWords({ ...node, step: { ...step, access } }, { ...context, schema }).sentence;
    };
    const { step } = node;
    // As SQLite's official build prints them.
    expect(said('fts5', '0', 'M1')).toMatch(/full-text search/);
    expect(said('fts5', '32', 'M0')).toMatch(/full-text search/);
    expect(said('fts5', '0', '')).toMatch(/decides how many it visits\.$/);
    expect(said('fts5', '0', '=')).toMatch(/decides how many it visits\.$/);
    expect(said('rtree', '2', 'D0')).toMatch(/decides how many it visits\.$/);
  });
});
