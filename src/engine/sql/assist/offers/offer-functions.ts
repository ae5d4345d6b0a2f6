// Functions to offer where an expression begins, or where a table is named.
import { functionCatalogue, functionsNamed } from '../../functions/catalogue.ts';
import { signatureTexts } from '../../functions/signature-text.ts';
import type { FunctionKind, SqlFunction } from '../../functions/sql-function.ts';
import type { OperandContext } from '../caret/caret-context.ts';
import type { Completion } from '../completion.ts';
import { nameItem, ranks } from './offer.ts';

const isAggregate = ({ kind, name }: SqlFunction) =>
  kind === 'aggregate' || (kind === 'json' && name.includes('_group_'));

// Offered before the others, which are many.
const usual = new Set(
  `abs avg coalesce count date datetime group_concat ifnull iif instr json_extract length lower max min
  replace round row_number strftime substr sum total trim upper`.split(/\s+/),
);

/** Those that can be computed there: no aggregates in WHERE, window functions only in results. */
export function functionItems(takes: OperandContext['takes'], isCalled: boolean): Completion[] {
  const fits = (each: SqlFunction) => {
    if (each.kind === 'table-valued') return false;
    if (each.kind === 'window') return takes === 'result';
    return takes !== 'row' || !isAggregate(each);
  };
  return itemsOf(fits, isCalled);
}

export function tableFunctionItems(isCalled: boolean): Completion[] {
  return itemsOf(({ kind }) => kind === 'table-valued', isCalled);
}

function itemsOf(fits: (each: SqlFunction) => boolean, isCalled: boolean): Completion[] {
  const found = functionCatalogue.filter(fits);
  return found.flatMap((each, at) => {
    if (found[at - 1]?.name === each.name) return [];
    const all = functionsNamed(each.name).filter(fits);
    const labels = all.flatMap(signatureTexts).map(({ label }) => label);
    const call = isCalled ? each.name : callOf(each);
    const open = call.indexOf('(');
    const hasArguments = all.some(({ signatures }) => signatures.some((list) => list.length > 0));
    return nameItem('function', each.name, {
      insert: call,
      caret: open >= 0 && hasArguments ? open + 1 : call.length,
      detail: `${kindWords[each.kind]}, ${each.result}`,
      documentation: [labels.join('\n'), ...all.map(({ description }) => description)].join('\n\n'),
      rank: usual.has(each.name) ? ranks.usualFunction : ranks.function,
    });
  });
}

function callOf({ name, kind }: SqlFunction): string {
  return kind === 'window' ? `${name}() OVER ()` : `${name}()`;
}

export const kindWords: Record<FunctionKind, string> = {
  scalar: 'function',
  math: 'function',
  date: 'date function',
  json: 'JSON function',
  aggregate: 'aggregate',
  window: 'window function',
  'table-valued': 'table-valued function',
};
