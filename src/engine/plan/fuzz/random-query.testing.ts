// Random statements over a schema: joins of all kinds, subqueries, compounds, windows, writes.
// Most compile; those that do not are the caller's to count.
import type { SeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { isVirtualTable, type Schema } from '../../model/database/schema.ts';
import { quoteName } from '../../sql/quote-name.ts';

/** What can be named in an expression: a source with its columns. */
interface Named {
  alias: string;
  columns: readonly string[];
}

/** Aliases come twice in a statement, stand for tables' names, and imitate plan text. */
const aliases = ['a', 'b', 'c', 't1', 'orders', 'x y', 'z USING INDEX t1ab', 'q (a=?)', 'w EXISTS'];

export class QueryWriter {
  private readonly random: SeededRandom;
  private readonly tables: Named[];
  private common: Named[] = [];

  constructor(random: SeededRandom, schema: Schema, views: readonly Named[]) {
    this.random = random;
    this.tables = [
      ...schema.tables
        .filter((table) => !isVirtualTable(table))
        .map(({ name, columns }) => ({ alias: name, columns: columns.map((each) => each.name) })),
      ...views,
    ];
  }

  /** A statement of one line. */
  statement(): string {
    this.common = [];
    if (this.chance(0.1)) return this.write();
    const withs = this.chance(0.25) ? this.commonTables() : '';
    return `${withs}${this.compound(3, [])}`;
  }

  /** An INSERT, UPDATE or DELETE. */
  write(): string {
    const { alias: name, columns } = this.pick(this.tables);
    const table = { alias: name, columns };
    const set = quoteName(this.pick(columns));
    const where = `WHERE ${this.predicate(2, [table])}`;
    return this.pick([
      () => `DELETE FROM ${quoteName(name)} ${where}`,
      () => `UPDATE ${quoteName(name)} SET ${set} = ${this.value(2, [table])} ${where}`,
      () => {
        const from = this.source(1, ['from']);
        return `UPDATE ${quoteName(name)} SET ${set} = 1 FROM ${from.sql} WHERE ${this.predicate(1, [table, from])}`;
      },
      () => `INSERT OR REPLACE INTO ${quoteName(name)} (${set}) ${this.select(2, [], 1)}`,
    ])();
  }

  private commonTables(): string {
    const list = Array.from({ length: this.upTo(2) }, (_, index) => {
      const name = `cte${index}`;
      const isRecursive = this.chance(0.3);
      const body = isRecursive
        ? `SELECT 1 UNION${this.chance(0.5) ? ' ALL' : ''} SELECT k + 1 FROM ${name} AS r WHERE k < 9`
        : this.select(2, [], 1);
      const kind = isRecursive ? '' : this.pick(['', 'MATERIALIZED ', 'NOT MATERIALIZED ']);
      this.common.push({ alias: name, columns: ['k'] });
      return `${name}(k) AS ${kind}(${body})`;
    });
    return `WITH ${list.join(', ')} `;
  }

  private compound(depth: number, outer: readonly Named[]): string {
    const width = 1 + this.random.below(3);
    const arms = this.chance(0.15) ? 1 + this.upTo(2) : 1;
    let sql = this.select(depth, outer, width, arms === 1);
    for (let arm = 1; arm < arms; arm++) {
      const operator = this.pick(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT']);
      sql += ` ${operator} ${this.select(depth - 1, outer, width, false)}`;
    }
    if (arms > 1 && this.chance(0.4)) sql += ' ORDER BY 1';
    return this.chance(0.15) ? `${sql} LIMIT 3` : sql;
  }

  private select(depth: number, outer: readonly Named[], width: number, isAlone = false): string {
    const [from, inner] = this.from(depth);
    const named = [...inner, ...outer];
    const where = this.chance(0.75) ? ` WHERE ${this.predicate(depth, named)}` : '';
    if (this.chance(0.2)) {
      const keys = Array.from({ length: this.upTo(2) }, () => this.column(inner));
      const columns = Array.from({ length: width }, (_, index) =>
        this.aggregate(inner, keys[index]),
      );
      const group = this.chance(0.7) ? ` GROUP BY ${keys.join(', ')}` : '';
      return `SELECT ${columns.join(', ')} FROM ${from}${where}${group}`;
    }
    const columns = Array.from({ length: width }, () =>
      isAlone && this.chance(0.08) ? this.window(inner) : this.value(depth, named),
    );
    const distinct = this.chance(0.12) ? 'DISTINCT ' : '';
    const terms = Array.from({ length: this.upTo(3) }, () => this.column(inner));
    const order = isAlone && this.chance(0.35) ? ` ORDER BY ${terms.join(', ')}` : '';
    return `SELECT ${distinct}${columns.join(', ')} FROM ${from}${where}${order}`;
  }

  private from(depth: number): [string, Named[]] {
    const taken: string[] = [];
    const first = this.source(depth, taken);
    const named: Named[] = [first];
    let sql = first.sql;
    for (let more = this.random.below(depth > 1 ? 4 : 2); more > 0; more--) {
      const next = this.source(depth, taken);
      named.push(next);
      const join = this.pick([
        ' JOIN ',
        ' JOIN ',
        ' LEFT JOIN ',
        ' RIGHT JOIN ',
        ' FULL JOIN ',
        ', ',
        ' CROSS JOIN ',
      ]);
      const on = join === ', ' ? '' : ` ON ${this.joinTerm(next, named)}`;
      sql += `${join}${next.sql}${on}`;
    }
    return [sql, named];
  }

  private joinTerm(next: Named, named: readonly Named[]): string {
    const equal = `${this.column([next])} = ${this.column(named)}`;
    return this.chance(0.2) ? `${equal} AND ${this.predicate(0, named)}` : equal;
  }

  private source(depth: number, taken: string[]): Named & { sql: string } {
    const alias = this.pick(aliases.filter((each) => !taken.includes(each)));
    taken.push(alias);
    const as = ` AS ${quoteName(alias)}`;
    if (depth > 0 && this.chance(0.15)) {
      const inner = this.compound(depth - 1, []);
      return { alias, columns: [], sql: `(SELECT * FROM (${inner}))${as}` };
    }
    if (this.chance(0.04)) return { alias, columns: ['column1'], sql: `(VALUES (1), (2))${as}` };
    if (this.chance(0.04)) return { alias, columns: ['value'], sql: `json_each('[1]')${as}` };
    const common = this.common.length > 0 && this.chance(0.5);
    const table = this.pick(common ? this.common : this.tables);
    const hasAlias = taken.includes(table.alias) || this.chance(0.6);
    if (!hasAlias) taken.push(table.alias);
    const sql = `${quoteName(table.alias)}${hasAlias ? as : ''}`;
    return { alias: hasAlias ? alias : table.alias, columns: table.columns, sql };
  }

  private predicate(depth: number, named: readonly Named[]): string {
    const column = () => this.column(named);
    const deep = depth > 0 ? 1 : 0;
    return this.pick([
      () => `${column()} = ${this.value(depth - 1, named)}`,
      () => `${column()} ${this.pick(['=', '>', '<', '>=', 'IS', '<>'])} ${this.random.below(9)}`,
      () => `${column()} BETWEEN 1 AND 5 AND ${column()} = 3`,
      () => `${column()} IN (1, 2, 3)`,
      () => `${column()} LIKE 'abc%'`,
      () => `${column()} IS NULL`,
      () => `(${column()}, ${column()}) > (1, 2)`,
      () => `(${this.predicate(depth - 1, named)} OR ${this.predicate(depth - 1, named)})`,
      () => `(${column()} = 1 OR ${column()} = 2 OR ${column()} > 7)`,
      () => `${this.predicate(depth - 1, named)} AND ${this.predicate(depth - 1, named)}`,
      ...Array.from({ length: deep }, () => [
        () => `${column()} IN (${this.select(depth - 1, named, 1)})`,
        () => `${column()} NOT IN (${this.select(depth - 1, [], 1)})`,
        () => `${this.pick(['', 'NOT '])}EXISTS (${this.select(depth - 1, named, 1)})`,
      ]).flat(),
    ])();
  }

  private value(depth: number, named: readonly Named[]): string {
    const column = () => this.column(named);
    if (depth > 0 && this.chance(0.08)) return `(${this.select(depth - 1, named, 1)})`;
    if (this.chance(0.1)) return `lower(${column()})`;
    return this.chance(0.1) ? String(this.random.below(100)) : column();
  }

  private aggregate(named: readonly Named[], key: string | undefined): string {
    const column = this.column(named);
    const sums = [`count(*)`, `max(${column})`, `count(DISTINCT ${column})`, `sum(${column})`];
    return this.pick([key ?? 'count(*)', ...sums, `group_concat(${column} ORDER BY ${column})`]);
  }

  private window(named: readonly Named[]): string {
    const [part, order] = [this.column(named), this.column(named)];
    return `row_number() OVER (PARTITION BY ${part} ORDER BY ${order})`;
  }

  private column(named: readonly Named[]): string {
    const { alias, columns } = this.pick(
      named.filter((each) => each.columns.length > 0).concat(named),
    );
    const column = columns.length === 0 || this.chance(0.03) ? 'rowid' : this.pick(columns);
    return columns.length === 0 ? '1' : `${quoteName(alias)}.${quoteName(column)}`;
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[this.random.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  private chance(share: number): boolean {
    return this.random.next() < share;
  }

  /** From 1 to `most`. */
  private upTo(most: number): number {
    return 1 + this.random.below(most);
  }
}
