// Paste SQL: the quickest way in for somebody with a problem. Any SQL goes in, in any order.
import { useRef, useState } from 'react';
import { useApp, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { isMac } from '../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys, shortcutOf } from '../shared/keyboard/shortcuts.ts';
import { Dialog } from '../shared/overlays/Dialog.tsx';

const placeholder = `CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT);
CREATE INDEX by_city ON customers (city);
SELECT count(*) FROM customers WHERE city = :city;`;

export function PasteDialog() {
  const { ui, pasteSql } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'paste');
  const field = useRef<HTMLTextAreaElement>(null);
  const [sql, setSql] = useState('');
  const isEmpty = sql.trim() === '';

  function close(): void {
    ui.setState({ dialog: 'none' });
  }

  function sort(): void {
    if (isEmpty) return;
    close();
    pasteSql(sql);
    setSql('');
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="lg"
      title="Paste SQL"
      description="Tables, views, triggers and INSERTs are added to the schema, each CREATE INDEX becomes a switch of the bench, and SELECT, UPDATE and DELETE become queries. It can be undone."
      initialFocus={field}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            disabled={isEmpty}
            focusableWhenDisabled
            keys={shortcutKeys('run', isMac)}
            onClick={sort}
          >
            Sort into place
          </Button>
        </>
      }
    >
      <TextArea
        ref={field}
        label="SQL to sort into place"
        isMono
        rows={14}
        placeholder={placeholder}
        value={sql}
        onChange={setSql}
        onKeyDown={(event) => {
          if (shortcutOf(event, isMac) !== 'run') return;
          event.preventDefault();
          sort();
        }}
      />
    </Dialog>
  );
}
