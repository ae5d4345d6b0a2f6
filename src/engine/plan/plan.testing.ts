// Draws trees of steps as indented text, and asks the real engine for plans to draw.
import { assertNever } from '../../lib/assert-never.ts';
import { explainPlanRows } from '../explain/explain-query-plan.ts';
import { readTrees } from '../explain/trees/read-trees.ts';
import type { Schema } from '../model/database/schema.ts';
import type { PlanRow } from '../model/plan/plan.ts';
import type { AccessPath, PlanSource, PlanTerm, StepNode } from '../model/plan/plan-step.ts';
import type { BTree } from '../model/plan/program.ts';
import { readSchema } from '../schema/read-schema.ts';
import type { Database } from '../sqlite/driver.ts';
import { type PlanNames, planNames } from './plan-names.ts';
import { readPlan } from './read-plan.ts';

interface ReadNames {
  versions: string;
  schema: Schema;
  trees: BTree[];
}

const readNames = new WeakMap<Database, ReadNames>();

/** The names of a statement; schema and trees are read again when SQLite says that they changed. */
export function namesFor(database: Database, sql: string): PlanNames {
  const versions = ['main', 'temp']
    .flatMap((schema) => database.all(`PRAGMA ${schema}.schema_version`))
    .join();
  let read = readNames.get(database);
  if (read?.versions !== versions) {
    read = { versions, schema: readSchema(database), trees: readTrees(database) };
    readNames.set(database, read);
  }
  return planNames(sql, read.schema, read.trees);
}

export function planRows(database: Database, sql: string): PlanRow[] {
  return explainPlanRows(database, sql, []);
}

/** The plan of a statement, typed and drawn. */
export function drawnPlan(database: Database, sql: string): string {
  return drawnSteps(readPlan(planRows(database, sql), namesFor(database, sql)));
}

/**
 * Two blanks a level; the edge before each step but 'then'. A source is drawn as `alias=name`, with
 * * behind what the statement makes itself, ~ behind a virtual table, ? behind what nobody knows.
 */
export function drawnSteps(nodes: readonly StepNode[], indent = ''): string {
  return nodes
    .map((node) => {
      const edge = node.edge === 'then' ? '' : `${node.edge} `;
      return `${indent}${edge}${drawnStep(node)}\n${drawnSteps(node.children, `${indent}  `)}`;
    })
    .join('');
}

function drawnStep({ step, detail }: StepNode): string {
  switch (step.kind) {
    case 'loop': {
      const marks = `${step.isExists ? ' exists' : ''}${step.isLeftJoin ? ' left-join' : ''}`;
      return `${step.verb} ${drawnSource(step.source)}${drawnAccess(step.access)}${marks}`;
    }
    case 'constant-rows':
      return `${step.rows} constant rows`;
    case 'sort': {
      const last = step.lastTerms === null ? '' : ` last ${step.lastTerms}`;
      return `sort ${step.aggregate ?? step.purpose}${last}`;
    }
    case 'co-routine':
    case 'materialize':
    case 'right-join':
      return `${step.kind} ${drawnSource(step.source)}`;
    case 'subquery':
      return `${step.isCorrelated ? 'correlated ' : ''}${step.form} subquery ${step.number}`;
    case 'reuse':
      return `reuse ${step.form} ${step.number}`;
    case 'in-lookup':
      return `in-lookup ${step.table ?? '?'}${step.index === null ? '' : ` by ${step.index}`}`;
    case 'bloom-filter':
      return step.source === null
        ? 'bloom-filter'
        : `bloom-filter ${drawnSource(step.source)}${drawnTerms(step.terms)}`;
    case 'multi-index-or':
    case 'compound':
      return step.kind;
    case 'or-arm':
      return `or-arm ${step.number}`;
    case 'compound-arm':
      return `arm ${step.operator ?? 'first'}${step.isTempBTree ? ' by b-tree' : ''}`;
    case 'merge':
      return `merge ${step.operator}`;
    case 'merge-arm':
      return step.side;
    case 'recursion':
      return `recursion ${step.part}`;
    case 'unknown':
      return `unknown ${detail}`;
    default:
      return assertNever(step);
  }
}

function drawnSource({ label, name, kind }: PlanSource): string {
  const mark = { table: '', virtual: '~', transient: '*', unknown: '?' }[kind];
  return `${label}${name !== null && name !== label ? `=${name}` : ''}${mark}`;
}

function drawnAccess(access: AccessPath): string {
  switch (access.kind) {
    case 'table':
      return '';
    case 'rowid':
      return ` by rowid${drawnTerms(access.terms)}`;
    case 'primary-key':
      return ` by key${drawnTerms(access.terms)}`;
    case 'index':
      return ` by ${access.isCovering ? 'covering ' : ''}index ${access.index}${drawnTerms(access.terms)}`;
    case 'automatic-index':
      return ` by automatic ${access.isPartial ? 'partial ' : ''}index${drawnTerms(access.terms)}`;
    case 'virtual':
      return ` by module ${access.number}:${access.text}`;
    default:
      return assertNever(access);
  }
}

/** From the terms' data, not their text: names that are not plain words stand in brackets. */
function drawnTerms(terms: readonly PlanTerm[]): string {
  if (terms.length === 0) return '';
  const drawn = terms.map(({ relation, columns }) => {
    const names = columns?.map((name) => (/^\w+$/.test(name) ? name : `[${name}]`)) ?? ['<expr>'];
    const item = names.length === 1 ? names.join() : `(${names.join()})`;
    if (relation === 'skip') return `any ${item}`;
    return `${item}${relation === 'equal' ? '=' : relation === 'above' ? '>' : '<'}`;
  });
  return ` (${drawn.join(' and ')})`;
}
