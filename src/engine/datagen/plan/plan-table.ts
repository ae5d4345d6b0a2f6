// How the rows of one table will be made: a generator for each column that obeys the keys.
// The parents of its foreign keys are planned before it (plan-schema.ts).

import type { Column, ForeignKey, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import { foldName, isSameName } from '../../sql/quote-name.ts';
import type { Generator, Source } from '../generator.ts';
import { createConstant } from '../generators/choice.ts';
import { createSequence } from '../generators/numbers.ts';
import {
  createReference,
  type ParentKeys,
  pickEarlier,
  pickSkewed,
} from '../generators/reference.ts';
import { columnKind } from '../infer/column-kind.ts';
import { inferGenerator } from '../infer/infer.ts';
import type { Stream } from '../random.ts';
import { type ColumnRules, noRules, type Relation, readCheckRules } from './check-rules.ts';
import { contradictionProblem, parentProblem, uniqueProblem } from './data-problems.ts';
import type { ExistingRows } from './existing-rows.ts';
import { relateTo } from './relation.ts';
import { canBeNull, isNullable } from './table-order.ts';
import { dealKey, type KeyPart } from './unique-values.ts';

export interface PlannedColumn {
  column: Column;
  generator: Generator;
}

/** A table's columns in the order of its definition, generated columns left out. */
export interface TablePlan {
  table: Table;
  /** Rows to generate. */
  rows: number;
  columns: PlannedColumn[];
  problems: EngineError[];
}

export interface TableContext {
  rows: number;
  /** Of this table under the recipe's seed. */
  stream: Stream;
  existing: ExistingRows;
  /** Foreign keys that stay NULL. */
  cut: ReadonlySet<ForeignKey>;
  /** The keys of a parent; null when it has none that can be referred to. */
  parentKeys(key: ForeignKey): ParentKeys | null;
}

/** Plans a table. Problems are collected; the columns are complete all the same. */
export function planTable(table: Table, context: TableContext): TablePlan {
  return new TablePlanner(table, context).plan();
}

class TablePlanner {
  readonly #table: Table;
  readonly #context: TableContext;
  readonly #rules: Map<string, ColumnRules>;
  readonly #generators = new Map<string, Generator>();
  /** What can be dealt out for UNIQUE, by each of its columns. */
  readonly #parts = new Map<string, (needed: number) => KeyPart | null>();
  readonly #emptyShares = new Map<string, number>();
  readonly #fixed = new Set<string>();
  readonly #problems: EngineError[] = [];

  constructor(table: Table, context: TableContext) {
    this.#table = table;
    this.#context = context;
    this.#rules = readCheckRules(table);
  }

  plan(): TablePlan {
    const byWidth = this.#table.foreignKeys.toSorted(
      (one, other) => other.columns.length - one.columns.length,
    );
    for (const key of byWidth) this.#planReference(key);
    for (const column of this.#columns()) this.#planColumn(column);
    this.#planKeys();
    this.#planRelations();
    this.#planEmpty();
    return {
      table: this.#table,
      rows: this.#context.rows,
      columns: this.#columns().map((column) => ({
        column,
        generator: this.#generatorOf(column.name),
      })),
      problems: this.#problems,
    };
  }

  #columns(): Column[] {
    return this.#table.columns.filter((column) => !column.isGenerated);
  }

  #generatorOf(name: string): Generator {
    const none = createConstant(null, { name: 'empty', description: 'NULL' });
    return this.#generators.get(foldName(name)) ?? none;
  }

  #rulesOf(name: string): ColumnRules {
    return this.#rules.get(foldName(name)) ?? noRules();
  }

  #planReference(key: ForeignKey): void {
    const table = this.#table;
    // Columns shared with a wider key have their values from there.
    if (key.columns.some((name) => this.#generators.has(foldName(name)))) return;
    const isSelf = isSameName(key.parentTable, table.name);
    if (this.#context.cut.has(key)) {
      this.#leaveEmpty(key, 'NULL: the tables refer to each other');
      return;
    }
    const parents = isSelf ? this.#ownKeys(key) : this.#context.parentKeys(key);
    if (!parents) return;
    if (parents.count === 0) {
      if (!canBeNull(key, table) && this.#context.rows > 0 && this.#isKnown(key.parentTable)) {
        this.#problems.push(parentProblem(key, table, this.#context.rows));
      }
      this.#leaveEmpty(key, `NULL: ${key.parentTable} has no rows`);
      return;
    }
    const stream = this.#context.stream.split(key.columns.join(','));
    const existing = this.#context.existing.count(table.name) ?? 0;
    const pick = isSelf
      ? pickEarlier(existing, canBeNull(key, table), stream)
      : pickSkewed(parents, stream);
    const manner = isSelf ? 'each an earlier one' : 'some much more often';
    const part: KeyPart = {
      columns: key.columns,
      description: `rows of ${key.parentTable}`,
      size: parents.count,
      isOrdered: false,
      at: (number, column) => parents.at(number, column),
    };
    for (const [index, name] of key.columns.entries()) {
      this.#generators.set(foldName(name), createReference(parents, index, pick, manner));
      // A row of the same table can only refer to rows before it: no numbers can be dealt.
      this.#parts.set(foldName(name), () => (isSelf ? null : part));
      this.#fixed.add(foldName(name));
    }
  }

  #isKnown(table: string): boolean {
    return this.#context.existing.count(table) !== null;
  }

  #leaveEmpty(key: ForeignKey, description: string): void {
    for (const name of key.columns) {
      if (!isNullable(this.#table, name)) continue;
      this.#generators.set(foldName(name), createConstant(null, { name: 'empty', description }));
      this.#fixed.add(foldName(name));
    }
  }

  // The rows of this very table; its key columns are planned later, and asked for only then.
  #ownKeys(key: ForeignKey): ParentKeys {
    const { existing, rows } = this.#context;
    const there = existing.values(this.#table.name, key.parentColumns);
    return {
      table: this.#table.name,
      count: there.length + rows,
      at: (row, column) => {
        if (row < there.length) return there[row]?.[column] ?? null;
        return this.#generatorOf(key.parentColumns[column] ?? '').at(row - there.length);
      },
    };
  }

  #planColumn(column: Column): void {
    const name = foldName(column.name);
    if (this.#generators.has(name)) return;
    const rules = this.#rulesOf(column.name);
    if (column.isRowidAlias) {
      const least = rules.min ? Math.floor(rules.min.value) + (rules.min.isOpen ? 1 : 0) : 1;
      const first = Math.max(this.#context.existing.maxRowid(this.#table.name) + 1, least);
      this.#generators.set(name, createSequence(first));
      this.#fixed.add(name);
      return;
    }
    const source: Source = {
      stream: this.#context.stream.split(name),
      shared: this.#context.stream,
      rows: this.#context.rows,
    };
    const inferred = inferGenerator(column, this.#table, rules, source);
    if (!inferred) {
      this.#problems.push(contradictionProblem(column, this.#table));
      return;
    }
    const { generator, emptyShare } = inferred;
    this.#generators.set(name, generator);
    this.#emptyShares.set(name, emptyShare);
    const isText = columnKind(column, this.#table) === 'text';
    this.#parts.set(name, (needed) => toPart(column.name, generator, rules, isText, needed));
  }

  #planKeys(): void {
    const { primaryKey, uniques, columns } = this.#table;
    const hasRowidKey = columns.some(
      (column) => column.isRowidAlias && !this.#parts.has(foldName(column.name)),
    );
    const keys = [...(hasRowidKey || primaryKey.length === 0 ? [] : [primaryKey]), ...uniques];
    const dealt = new Set<string>();
    const unique = new Set(hasRowidKey ? primaryKey.map(foldName) : []);
    for (const key of keys.toSorted((one, other) => one.length - other.length)) {
      this.#planKey(key, key === primaryKey, dealt, unique);
    }
  }

  #planKey(key: string[], isPrimary: boolean, dealt: Set<string>, unique: Set<string>): void {
    const names = key.map(foldName);
    // One column that differs in every row is enough for all keys that it stands in.
    if (names.some((name) => unique.has(name))) return;
    const { rows, existing, stream } = this.#context;
    const taken = existing.values(this.#table.name, key);
    const needed = rows + taken.length;
    const parts: KeyPart[] = [];
    for (const name of names) {
      if (
        dealt.has(name) ||
        parts.some((part) => part.columns.some((each) => foldName(each) === name))
      )
        continue;
      const part = this.#parts.get(name)?.(needed);
      if (part) parts.push(part);
    }
    const columns = parts.flatMap((part) => part.columns.map(foldName));
    // Keys are compared column by column in the order of the parts; others cannot be told apart.
    const order = columns.map((name) => names.indexOf(name));
    const takenKeys = order.includes(-1)
      ? []
      : taken.map((row) => order.map((at) => row[at] ?? null));
    const isNullKey = names.some(
      (name) => this.#generators.get(name)?.name === 'empty' && isNullable(this.#table, name),
    );
    if (isNullKey) return;
    const keyStream = stream.split(`unique ${names.join(',')}`);
    const dealtKey = parts.length === 0 ? null : dealKey(parts, rows, takenKeys, keyStream);
    if (!dealtKey) {
      const possible = parts.reduce((product, part) => product * part.size, 1);
      const generators = key.map((name) => this.#generatorOf(name));
      if (rows > 1 || possible === 0) {
        this.#problems.push(
          uniqueProblem(this.#table, key, isPrimary, rows, taken.length, possible, generators),
        );
      }
      return;
    }
    for (const [index, part] of parts.entries()) {
      for (const [column, name] of part.columns.entries()) {
        const generator = this.#generatorOf(name);
        this.#generators.set(foldName(name), {
          name: generator.name,
          description: `${part.description}; ${key.length === 1 ? 'each once' : `no two alike in ${key.join(', ')}`}`,
          at: (row) => part.at(dealtKey.numberAt(row, index), column),
        });
        dealt.add(foldName(name));
        this.#fixed.add(foldName(name));
        this.#emptyShares.set(foldName(name), 0);
      }
    }
    const [only] = names;
    if (names.length === 1 && only !== undefined) unique.add(only);
  }

  #planRelations(): void {
    const related = new Set<string>();
    for (const { name } of this.#columns()) {
      for (const relation of this.#rulesOf(name).relations) {
        // The column that is still free gives way; a pair already tied is left as it is.
        const isFree = !this.#fixed.has(foldName(name));
        const [moving, other, operator] = isFree
          ? [name, relation.other, relation.operator]
          : [relation.other, name, mirror(relation.operator)];
        if (this.#fixed.has(foldName(moving)) || related.has(foldName(other))) continue;
        if (related.has(foldName(moving))) continue;
        related.add(foldName(moving));
        const generator = relateTo(
          this.#generatorOf(moving),
          this.#generatorOf(other),
          { other, operator },
          this.#rulesOf(moving),
          this.#context.stream.split(`${foldName(moving)} to ${foldName(other)}`),
        );
        this.#generators.set(foldName(moving), generator);
      }
    }
  }

  #planEmpty(): void {
    for (const [name, share] of this.#emptyShares) {
      if (share === 0 || !isNullable(this.#table, name) || this.#rulesOf(name).isNotNull) continue;
      const generator = this.#generatorOf(name);
      const stream = this.#context.stream.split(`${name} empty`);
      this.#generators.set(name, {
        name: generator.name,
        description: `${generator.description}; ${Math.floor(share * 100 + 0.5)} % NULL`,
        at: (row) => (stream.unit(row) < share ? null : generator.at(row)),
      });
    }
  }
}

function mirror(operator: Relation['operator']): Relation['operator'] {
  const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
  return mirrored[operator];
}

// Text goes on with a number behind it, numbers go on, where no CHECK says that they must not.
function toPart(
  name: string,
  generator: Generator,
  rules: ColumnRules,
  isText: boolean,
  needed: number,
): KeyPart | null {
  const distinct = generator.distinct?.(needed) ?? null;
  if (!distinct) return null;
  const { size, isOrdered } = distinct;
  const { description } = generator;
  const part: KeyPart = {
    columns: [name],
    description,
    size,
    isOrdered,
    at: (number) => distinct.at(number),
  };
  if (size >= needed || rules.choices) return part;
  if (isText && rules.maxLength === Number.POSITIVE_INFINITY) {
    const at = (number: number) =>
      number < size
        ? distinct.at(number)
        : `${distinct.at(number % size)} ${Math.floor(number / size) + 1}`;
    return { ...part, size: needed, at };
  }
  return distinct.goesOn && !rules.max ? { ...part, size: needed } : part;
}
