// Writes a step back as SQLite would print it: equal to the line if every name was cut out right.
// Only the lines that hold names; the others are told by their words alone.
import type { AccessPath, PlanStep, PlanTerm } from '../../model/plan/plan-step.ts';

/** Null for steps whose lines hold no names. */
export function printedStep(step: PlanStep): string | null {
  switch (step.kind) {
    case 'loop':
      return `${step.verb === 'scan' ? 'SCAN' : 'SEARCH'} ${step.source.label}${step.isExists ? ' EXISTS' : ''}${printedAccess(step.access)}${step.isLeftJoin ? ' LEFT-JOIN' : ''}`;
    case 'bloom-filter':
      return step.source && `BLOOM FILTER ON ${step.source.label}${printedTerms(step.terms)}`;
    case 'in-lookup':
      return step.index === null
        ? `USING ROWID SEARCH ON TABLE ${step.table} FOR IN-OPERATOR`
        : `USING INDEX ${step.index} FOR IN-OPERATOR`;
    case 'co-routine':
      return `CO-ROUTINE ${step.source.label}`;
    case 'materialize':
      return `MATERIALIZE ${step.source.label}`;
    case 'right-join':
      return `RIGHT-JOIN ${step.source.label}`;
    default:
      return null;
  }
}

function printedAccess(access: AccessPath): string {
  if (access.kind === 'table') return '';
  if (access.kind === 'virtual') return ` VIRTUAL TABLE INDEX ${access.number}:${access.text}`;
  const terms = printedTerms(access.terms);
  if (access.kind === 'rowid') return ` USING INTEGER PRIMARY KEY${terms}`;
  if (access.kind === 'primary-key') return ` USING PRIMARY KEY${terms}`;
  if (access.kind === 'automatic-index') {
    return ` USING AUTOMATIC ${access.isPartial ? 'PARTIAL ' : ''}COVERING INDEX${terms}`;
  }
  return ` USING ${access.isCovering ? 'COVERING ' : ''}INDEX ${access.index}${terms}`;
}

// From the columns, not from the terms' own text.
function printedTerms(terms: readonly PlanTerm[]): string {
  if (terms.length === 0) return '';
  const printed = terms.map(({ relation, columns }) => {
    const names = columns ?? ['<expr>'];
    if (relation === 'skip') return `ANY(${names.join()})`;
    const sign = { equal: '=', above: '>', below: '<' }[relation];
    return names.length === 1
      ? `${names.join()}${sign}?`
      : `(${names.join()})${sign}(${names.map(() => '?').join()})`;
  });
  return ` (${printed.join(' AND ')})`;
}
