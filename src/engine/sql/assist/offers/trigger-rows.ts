// NEW and OLD: the rows that a trigger is about.
import { isName, nameOf } from '../../quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../token.ts';
import type { Completion } from '../completion.ts';
import { nameItem, ranks } from './offer.ts';

/**
 * Those that the trigger's event has; none outside of a trigger.
 * @param header CREATE TRIGGER up to BEGIN, or ''
 */
export function triggerRowItems(header: string): Completion[] {
  if (header === '') return [];
  const events = ['INSERT', 'UPDATE', 'DELETE'];
  const tokens = meaningfulTokens(header);
  const event = tokens
    .map((token) => events.find((each) => isKeyword(header, token, each)))
    .find((each) => each !== undefined);
  const rows = event === 'INSERT' ? ['NEW'] : event === 'DELETE' ? ['OLD'] : ['NEW', 'OLD'];
  return rows.map((name) =>
    nameItem('alias', name, {
      insert: name,
      detail: name === 'NEW' ? 'the row as it will be' : 'the row as it was',
      rank: ranks.source,
    }),
  );
}

/** Name of the table that a trigger is on, without quotes; null where it is not written. */
export function triggerTable(header: string): string | null {
  const tokens = meaningfulTokens(header);
  const on = tokens.findIndex((token) => isKeyword(header, token, 'ON'));
  const table = tokens[on + 1];
  return on >= 0 && isName(table) ? nameOf(header, table) : null;
}
