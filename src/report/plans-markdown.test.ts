import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoopCount } from '../engine/model/plan/loop-counts.ts';
import type { Setup, SetupLetter } from '../engine/model/playground.ts';
import { planFindings } from '../engine/plan/findings/plan-findings.ts';
import { planner } from '../engine/plan/words/words.testing.ts';
import { writeWords } from '../engine/plan/words/writes/write-words.ts';
import { plansMarkdown } from './plans-markdown.ts';
import type { PlansReport, ReportedPlan } from './plans-report.ts';
import { sampleEnvironment } from './reports.testing.ts';

const shop = `
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, category INTEGER, price REAL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, product_id INTEGER);
`;
const categoryIndex = 'CREATE INDEX idx_category ON products (category);';
const rows = { products: 100_000, orders: 300_000 };

type Planner = Awaited<ReturnType<typeof planner>>;
let plain: Planner;
let indexed: Planner;
beforeAll(async () => {
  plain = await planner(shop, { rows });
  indexed = await planner(`${shop}${categoryIndex}`, { rows });
});
afterAll(() => {
  plain.free();
  indexed.free();
});

function setupOf(name: string, indexes: string[]): Setup {
  return { id: name, name, indexes, hasStatistics: false, cache: { kind: 'none' } };
}

function planned(
  letter: SetupLetter,
  from: Planner,
  sql: string,
  loopCounts: LoopCount[] | null = null,
): ReportedPlan {
  const { nodes, context } = from.explained(sql, loopCounts ? { loopCounts } : {});
  const names = { A: 'baseline', B: 'by category', C: 'again' } as Partial<Record<string, string>>;
  return {
    letter,
    setup: setupOf(names[letter] ?? '', from === indexed ? ['idx_category'] : []),
    counters: null,
    outcome: {
      status: 'planned',
      nodes,
      isProvisional: false,
      findings: planFindings(nodes, context),
      loopCounts: context.loopCounts,
      writes: context.facts && writeWords(context.facts, context),
    },
  };
}

function reportOf(
  sql: string,
  setups: ReportedPlan[],
  more: Partial<PlansReport> = {},
): PlansReport {
  return {
    title: 'Shop',
    queryName: 'of a category',
    sql,
    bindings: {},
    setups,
    sqliteVersion: '3.54.1',
    environment: null,
    link: null,
    ...more,
  };
}

describe('plansMarkdown', () => {
  it('prints a finding that several setups have once, with their letters', () => {
    const sql =
      "SELECT * FROM orders o JOIN products p ON p.name = o.id || '' WHERE p.category = 3";
    const text = plansMarkdown(
      reportOf(sql, [
        planned('A', plain, sql),
        planned('B', indexed, sql),
        planned('C', plain, sql),
      ]),
    );
    const lines = text.split('\n').filter((line) => line.startsWith('- **'));
    expect(new Set(lines).size).toBe(lines.length);
    expect(
      lines.filter((line) => line.includes('(A, B, C) Planned without statistics')),
    ).toHaveLength(1);
    expect(lines.filter((line) => line.includes('Planned without statistics'))).toHaveLength(1);
    expect(text).toContain('Same plan as A.');
    const single = plansMarkdown(reportOf(sql, [planned('A', plain, sql)]));
    expect(single).toContain('- **low** Planned without statistics');
  });

  it('is whole', () => {
    const sql = 'SELECT * FROM products WHERE category = :category ORDER BY name';
    const [a, b] = [
      planned('A', plain, sql),
      planned('B', indexed, sql, [{ row: 0, status: 'counted', visited: 1_012 }]),
    ];
    const counters = {
      vmSteps: 400_601,
      fullScanSteps: 99_999,
      sorts: 1,
      autoIndexRows: 0,
      filterHits: 0,
      filterMisses: 0,
      pageHits: 1,
      pageMisses: 312,
      rows: 99,
      resultHash: 'a',
      planHash: 'b',
    };
    const text = plansMarkdown(
      reportOf(sql, [{ ...a, counters }, b, planned('C', plain, sql)], {
        bindings: { ':category': 3, ':name': "it's" },
        link: 'https://dyno.example/#p=1.6.abc.def',
      }),
    );
    expect(text).toMatchInlineSnapshot(`
      "## Plans: of a category (Shop)

      \`\`\`sql
      SELECT * FROM products WHERE category = :category ORDER BY name;
      \`\`\`

      Bound: :category = 3, :name = 'it''s'.

      ### A baseline

      Indexes on: none; statistics off; cache: none.

      \`\`\`text
      SCAN products
      USE TEMP B-TREE FOR ORDER BY
      \`\`\`

      - **high** (A, C) Reads all of products. Each row is visited, and what does not fit is thrown away: no index that is on leads to the wanted rows, or none that SQLite expects to be cheaper. That is 100,000 rows.
      - **high** (A, C) Sorts up to 100,000 rows for ORDER BY. No index that is used delivers the rows in this order. So all are collected in a temporary b-tree, N log N work for N rows, and the first comes out only when the last has been seen.

      ### B by category

      Indexes on: idx_category; statistics off; cache: none.

      \`\`\`diff
      ~ SEARCH products USING INDEX idx_category (category=?)  [visited 1,012 rows]  (was: SCAN products)
        USE TEMP B-TREE FOR ORDER BY
      \`\`\`

      - **medium** Looks rows of products up one by one, 1,012 times. Index idx_category lacks columns that are needed, so each row that it finds costs a search of its own in the table. Counted in one run.
      - **low** Sorts up to 1,012 rows for ORDER BY. No index that is used delivers the rows in this order. So all are collected in a temporary b-tree, N log N work for N rows, and the first comes out only when the last has been seen.

      ### C again

      Indexes on: none; statistics off; cache: none.

      Same plan as A.

      ### Counters

      | Setup | VM steps | Full-scan steps | Sorts | Automatic index rows | Page misses | Rows |
      | --- | --: | --: | --: | --: | --: | --: |
      | A baseline | 400,601 | 99,999 | 1 | 0 | 312 | 99 |
      | B by category | not counted | not counted | not counted | not counted | not counted | not counted |
      | C again | not counted | not counted | not counted | not counted | not counted | not counted |

      One execution each, counted by SQLite’s official build.

      A step that stands inside another runs for each of its rows, or is a part of it. Against the first setup: \`+\` new, \`-\` gone, \`~\` changed.

      Plans: EXPLAIN QUERY PLAN of SQLite 3.54.1.

      Reproduce: <https://dyno.example/#p=1.6.abc.def>
      "
    `);
  });

  it('draws what is new, gone and changed in a join', async () => {
    const sql =
      'SELECT * FROM products p JOIN orders o ON o.product_id = p.id WHERE p.category = 3 ORDER BY p.name';
    const own = await planner(
      `${shop}CREATE INDEX by_name ON products (category, name); CREATE INDEX of_product ON orders (product_id);`,
      { rows },
    );
    const text = plansMarkdown(reportOf(sql, [planned('A', plain, sql), planned('B', own, sql)]));
    own.free();
    expect(text.split('```').filter((block) => /^(text|diff)/.test(block))).toMatchInlineSnapshot(`
      [
        "text
      SCAN o
        SEARCH p USING INTEGER PRIMARY KEY (rowid=?)
      USE TEMP B-TREE FOR ORDER BY
      ",
        "diff
      ~ SEARCH p USING INDEX by_name (category=?)  (was: SEARCH p USING INTEGER PRIMARY KEY (rowid=?))
      ~   SEARCH o USING COVERING INDEX of_product (product_id=?)  (was: SCAN o)
      - USE TEMP B-TREE FOR ORDER BY
      ",
      ]
    `);
  });

  it('sets plans that have nothing in common against each other line by line', () => {
    const text = plansMarkdown(
      reportOf('', [
        planned('A', plain, 'SELECT name FROM products ORDER BY name'),
        planned('B', plain, 'SELECT id FROM orders ORDER BY product_id'),
        { ...planned('C', plain, 'SELECT 1'), counters: null },
      ]),
    );
    expect(text.split('```').filter((block) => /^(text|diff)/.test(block))).toMatchInlineSnapshot(`
      [
        "text
      SCAN products
      USE TEMP B-TREE FOR ORDER BY
      ",
        "diff
      - SCAN products
      + SCAN orders
        USE TEMP B-TREE FOR ORDER BY
      ",
        "diff
      - SCAN products
      - USE TEMP B-TREE FOR ORDER BY
      + SCAN CONSTANT ROW
      ",
      ]
    `);
  });

  it('explains a write without plan steps', () => {
    const sql = "INSERT INTO products VALUES (1, 'a', 2, 3)";
    const text = plansMarkdown(
      reportOf(sql, [planned('A', plain, sql), planned('B', indexed, sql)]),
    );
    expect(text).toMatchInlineSnapshot(`
      "## Plans: of a category (Shop)

      \`\`\`sql
      INSERT INTO products VALUES (1, 'a', 2, 3);
      \`\`\`

      ### A baseline

      Indexes on: none; statistics off; cache: none.

      No plan steps.

      - Writes to products.
      - No rows have to be found: they stand in the statement itself, so the plan has no steps.
      - Puts each row into products.

      ### B by category

      Indexes on: idx_category; statistics off; cache: none.

      Same plan as A.

      - Writes to products and its index.
      - No rows have to be found: they stand in the statement itself, so the plan has no steps.
      - Puts each row into products, and an entry for it into index idx_category.

      Plans: EXPLAIN QUERY PLAN of SQLite 3.54.1.
      "
    `);
  });

  it('says why there is no plan', () => {
    const setup = setupOf('', []);
    const text = plansMarkdown(
      reportOf(
        'SELEC',
        [
          {
            letter: 'A',
            setup,
            counters: null,
            outcome: { status: 'failed', error: { code: 'sql-failed', message: 'near `x`' } },
          },
          { letter: 'B', setup, counters: null, outcome: { status: 'waiting' } },
        ],
        { environment: sampleEnvironment, title: '' },
      ),
    );
    expect(text).toContain('## Plans: of a category\n');
    expect(text).toContain('No plan: near \\`x\\`\n');
    expect(text).toContain('Not planned yet.');
    expect(text).toContain('Environment: SQLite 3.54.1 in sql.js');
  });

  it('stays whole whatever names hold', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '```\n# title',
        '<img src=x onerror=alert(1)>',
        'a\n- gone\n+ new',
        '](javascript:alert(1))',
        '| a | b |',
        '\u202edlrow\u0000',
        '',
      ),
      fc.string({ unit: fc.constantFrom(...'|`\\<>[]()*_~#&$\n\r-+ a1."') }),
    );
    const quoted = (name: string) => `"${name.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, alias, title) => {
        const [table, column] = [quoted(`t${name}`), quoted(`c${name}`)];
        const own = await planner(
          `CREATE TABLE ${table} (${column}, b); CREATE INDEX ${quoted(`i${name}`)} ON ${table} (${column});`,
          { rows: {} },
        );
        const as = quoted(alias);
        const statements = [
          `SELECT * FROM ${table} AS ${as} WHERE ${as}.${column} > 1 ORDER BY b`,
          `SELECT * FROM ${table} AS ${as} WHERE ${as}.b > 1`,
        ];
        const setups = statements.map((sql, index) => planned(index === 0 ? 'A' : 'B', own, sql));
        own.free();
        const text = plansMarkdown(
          reportOf(statements.join(';\n'), setups, {
            title,
            queryName: alias,
            bindings: { ':a': name },
          }),
        );
        expect(blocksOf(text)).toEqual(['sql', 'text', 'diff']);
        for (const line of proseOf(text)) {
          expect(line).toMatch(
            /^(## Plans: |### |Bound: |Indexes on: |- \*\*(high|medium|low)\*\* |A step |Plans: )/,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The languages of the blocks of code, read as CommonMark does (section 4.5). */
function blocksOf(text: string): string[] {
  return parts(text).languages;
}

function proseOf(text: string): string[] {
  return parts(text).prose;
}

function parts(text: string): { languages: string[]; prose: string[] } {
  const languages: string[] = [];
  const prose: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const [, run = '', language = ''] = /^ {0,3}(`{3,})(\w*)$/.exec(line) ?? [];
    if (fence === '' && run !== '') {
      fence = run;
      languages.push(language);
    } else if (fence !== '' && run.length >= fence.length && language === '') fence = '';
    else if (fence === '' && line !== '') prose.push(line);
  }
  expect(fence).toBe('');
  return { languages, prose };
}
