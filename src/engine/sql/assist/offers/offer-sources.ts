// Tables, views, common tables and functions to offer where a table is named.

import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { foldName } from '../../../../lib/sql-name.ts';
import type { Completion } from '../completion.ts';
import type { NamedSource } from '../names/sources-in-scope.ts';
import type { SqlKnowledge } from '../sql-knowledge.ts';
import { nameItem, ranks } from './offer.ts';

export function tableItems({ schema, rows }: SqlKnowledge): Completion[] {
  return schema.tables.map(({ name, columns }) => {
    const count = rows.get(foldName(name));
    const size = count === undefined ? '' : `, ${formatCountOf(count, 'row')}`;
    const width = formatCountOf(columns.length, 'column');
    return nameItem('table', name, { detail: `table: ${width}${size}`, rank: ranks.expected });
  });
}

export function viewItems({ schema }: SqlKnowledge): Completion[] {
  return schema.views.map(({ name }) =>
    nameItem('view', name, { detail: 'view', rank: ranks.expected }),
  );
}

export function commonTableItems(tables: readonly { name: string }[]): Completion[] {
  return tables.map(({ name }) =>
    nameItem('common-table', name, { detail: 'common table', rank: ranks.condition }),
  );
}

/** What qualifies columns: aliases and names of the sources in scope. */
export function aliasItems(sources: readonly NamedSource[]): Completion[] {
  return sources
    .filter(({ label }) => label !== '')
    .map(({ label, source, kind }) =>
      nameItem('alias', label, {
        detail: source.alias === null ? kind : (source.name ?? 'subquery'),
        rank: ranks.source,
      }),
    );
}
