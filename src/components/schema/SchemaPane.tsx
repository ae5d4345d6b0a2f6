// The schema pane: findings, and below them the schema as text or as a diagram.
// Puts its parts together; each reads what it needs itself.
import { useRef } from 'react';
import type { SchemaView } from '../../state/ui-store.ts';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { RadioStrip } from '../shared/controls/RadioStrip.tsx';
import { SchemaFindings } from '../shared/findings/SchemaFindings.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { DiagramView } from './DiagramView.tsx';
import styles from './SchemaPane.module.css';
import { SchemaText } from './SchemaText.tsx';

const views: readonly { value: SchemaView; label: string; title: string }[] = [
  { value: 'text', label: 'Text', title: 'The script, and the tables that SQLite made of it.' },
  { value: 'diagram', label: 'Diagram', title: 'Tables and the references between them, drawn.' },
];

export function SchemaPane() {
  const app = useApp();
  const view = useUi((ui) => ui.schemaView);
  const fileName = usePlayground(({ imported }) => imported?.fileName ?? null);
  const pane = useRef<HTMLDivElement>(null);

  function detach(): void {
    app.imports.detach();
    // The button goes with its banner.
    pane.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }

  const strip = (
    <RadioStrip
      label="Schema as"
      value={view}
      choices={views}
      onChange={(next) => app.ui.setState({ schemaView: next })}
    />
  );
  return (
    <div ref={pane} className={styles.pane}>
      {fileName !== null && (
        <Banner
          shape="strip"
          actions={
            <Button size="sm" onClick={detach}>
              Generate rows
            </Button>
          }
        >
          The schema is that of {fileName}. To change it, generate rows instead.
        </Banner>
      )}
      {view === 'diagram' ? (
        <DiagramView leading={strip} />
      ) : (
        <>
          <div className={styles.tools}>{strip}</div>
          <SchemaText />
        </>
      )}
      <SchemaFindings />
    </div>
  );
}
