// What CHECK constraints demand of single columns, as far as generators can obey it.
// Terms that are not understood are left out: SQLite still enforces them, and rows are drawn again.

import { foldName } from '../../../../lib/sql-name.ts';
import type { Table } from '../../../model/database/schema.ts';
import type { Recipe } from '../../../model/playground.ts';
import type { Operand } from '../../../sql/checks/check-operand.ts';
import { type Comparison, readTerms, type Term } from '../../../sql/checks/check-terms.ts';
import {
  type ColumnRules,
  isContradiction,
  noRules,
  type Rules,
  restrictChoices,
  restrictLength,
  restrictPattern,
  restrictValue,
} from './column-rules.ts';

/** The rules by folded column name, as generators of this version understand them. */
export function readCheckRules(table: Table, version: Recipe['generatorsVersion']): Rules {
  const rules: Rules = new Map(table.columns.map(({ name }) => [foldName(name), noRules()]));
  const terms = table.checks.flatMap((check) => readTerms(check, version));
  const required = table.columns.filter((column) => column.isNotNull || column.isRowidAlias);
  const isRequired = new Set(required.map(({ name }) => foldName(name)));
  // What must hold in any case comes first: it decides which branch of an OR is possible.
  for (const term of terms) if (term.kind !== 'or') applyTerm(term, rules, isRequired);
  for (const term of terms) if (term.kind === 'or') applyTerm(term, rules, isRequired);
  return rules;
}

/** Applies the least narrow branch that is understood and possible. */
function applyBranch(branches: Term[][], rules: Rules, required: ReadonlySet<string>): void {
  const possible = branches
    .map((terms) => ({ terms, cost: terms.reduce((sum, term) => sum + costOf(term), 0) }))
    .filter(
      ({ terms, cost }) => cost < Number.POSITIVE_INFINITY && isPossible(terms, rules, required),
    )
    .sort((one, other) => one.cost - other.cost);
  for (const term of possible[0]?.terms ?? []) applyTerm(term, rules, required);
}

function isPossible(terms: Term[], rules: Rules, required: ReadonlySet<string>): boolean {
  const trial: Rules = new Map(
    [...rules].map(([name, rule]) => [
      name,
      {
        ...rule,
        excluded: [...rule.excluded],
        relations: [...rule.relations],
        differsFrom: [...rule.differsFrom],
      },
    ]),
  );
  for (const term of terms) applyTerm(term, trial, required);
  return ![...trial].some(
    ([name, rule]) => isContradiction(rule) || (rule.isAlwaysNull && required.has(name)),
  );
}

// How much of the variety of values a term takes away.
function costOf(term: Term): number {
  switch (term.kind) {
    case 'unknown':
      return Number.POSITIVE_INFINITY;
    case 'null':
      return term.isNot ? 1 : 5;
    case 'in':
      return term.isNot ? 0 : 2;
    case 'like':
    case 'json':
      return 2;
    case 'or':
      return Math.min(
        ...term.branches.map((terms) => terms.reduce((sum, each) => sum + costOf(each), 0)),
      );
    case 'compare':
      if (term.operator === '<>') return 0;
      return term.operator === '=' ? 3 : 1;
  }
}

function applyTerm(term: Term, rules: Rules, required: ReadonlySet<string>): void {
  if (term.kind === 'or') applyBranch(term.branches, rules, required);
  if (term.kind === 'compare') compare(rules, term.left, term.operator, term.right);
  const rule = 'column' in term ? rules.get(term.column) : undefined;
  if (!rule) return;
  switch (term.kind) {
    case 'null':
      if (term.isNot) rule.isNotNull = true;
      else rule.isAlwaysNull = true;
      return;
    case 'json':
      rule.isJson = true;
      return;
    case 'in':
      if (term.isNot) rule.excluded.push(...term.values);
      else restrictChoices(rule, term.values);
      return;
    case 'like':
      restrictPattern(rule, term.pattern, term.isGlob);
  }
}

const mirrored: Record<Comparison, Comparison> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '<>': '<>',
};

function compare(rules: Rules, left: Operand, operator: Comparison, right: Operand): void {
  if (left.kind === 'value') {
    if (right.kind !== 'value') compare(rules, right, mirrored[operator], left);
    return;
  }
  const rule = rules.get(left.column);
  if (!rule) return;
  if (right.kind === 'value') restrict(rule, left, operator, right.value);
  else relate(rules, rule, left, operator, right);
}

function restrict(
  rule: ColumnRules,
  left: Operand,
  operator: Comparison,
  value: number | string,
): void {
  switch (left.kind) {
    case 'length':
      restrictLength(rule, operator, value);
      return;
    case 'column':
      restrictValue(rule, operator, typeof value === 'number' ? value - left.offset : value);
      return;
    case 'round':
      // A whole bound of the rounded value is one of the value itself.
      restrictValue(rule, operator, value);
      return;
    case 'modulo':
      if (operator === '=' && typeof value === 'number' && value >= 0 && left.divisor >= 2) {
        rule.modulus = { divisor: Math.floor(left.divisor), rest: value };
      }
      return;
    case 'abs':
      if (typeof value !== 'number') return;
      restrictValue(rule, operator, value);
      if (operator === '<' || operator === '<=') {
        restrictValue(rule, mirrored[operator], -value);
      }
  }
}

function relate(
  rules: Rules,
  rule: ColumnRules,
  left: Operand,
  operator: Comparison,
  right: Operand,
): void {
  if (left.kind === 'value' || right.kind === 'value' || !rules.has(right.column)) return;
  if (left.column === right.column) {
    const round = left.kind === 'round' ? left : right.kind === 'round' ? right : null;
    if (round && operator === '=') rule.decimals = Math.min(rule.decimals, round.digits);
    return;
  }
  if (operator === '<>') {
    if (left.kind === 'column' && right.kind === 'column' && left.offset === right.offset) {
      rule.differsFrom.push(right.column);
    }
    return;
  }
  if (left.kind === 'moment' && right.kind === 'moment' && left.name === right.name) {
    // The day may be the same where the moment is later: only a strict relation of moments holds.
    if (operator !== '=') rule.relations.push({ other: right.column, operator, offset: 0 });
    return;
  }
  if (left.kind !== 'column' || right.kind !== 'column') return;
  rule.relations.push({ other: right.column, operator, offset: right.offset - left.offset });
}
