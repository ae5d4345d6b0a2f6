// The schema as text: the script as one writes it, what is wrong with it, and what SQLite made of it.
// A container; its views get plain values and verbs.
import { Table2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { EngineError } from '../../engine/model/errors.ts';
import { sqlKnowledge } from '../../state/selectors/editor/sql-knowledge.ts';
import { textMarks } from '../../state/selectors/editor/text-marks.ts';
import { indexesInSchema } from '../../state/selectors/schema/indexes-in-schema.ts';
import { schemaTree } from '../../state/selectors/schema/schema-tree.ts';
import type { EditorHandle } from '../editor/editor-contract.ts';
import { SqlEditor } from '../editor/SqlEditor.tsx';
import { PlaceButton } from '../editor/tools/PlaceButton.tsx';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { useSettled } from '../shared/messages/use-settled.ts';
import styles from './SchemaText.module.css';
import { SchemaTree } from './SchemaTree.tsx';

const typingPauseMs = 500;

export function SchemaText() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const { schemaSql } = playground;
  const isImported = playground.imported !== undefined;
  const shownTable = useUi((ui) => ui.shownTable);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  const knowledge = sqlKnowledge(inspection, playground, database);
  const error = inspection?.error ?? null;
  // As a mark it makes the editor show the schema again in place of the text that was refused.
  const [refusal, setRefusal] = useState<EngineError | null>(null);
  const problems = useMemo(() => textMarks(refusal ?? error, 'schema'), [refusal, error]);
  const isErrorShown = useSettled(error !== null, typingPauseMs);
  const fault = refusal ?? (isErrorShown ? error : null);
  const problem = problems[0];
  const editor = useRef<EditorHandle>(null);
  const indexNames = useMemo(() => indexesInSchema(schemaSql), [schemaSql]);
  const tree = useMemo(
    () => inspection && schemaTree(inspection.schema, inspection.recipe.problems),
    [inspection],
  );

  return (
    <Group id="schema" orientation="vertical" className={styles.pane}>
      <Panel id="schema-editor" defaultSize="58%" minSize="96px">
        <div className={styles.half}>
          {indexNames.length > 0 && (
            <Banner
              shape="strip"
              actions={
                <Button size="sm" onClick={() => moveIndexes()}>
                  Move
                </Button>
              }
            >
              {indexNames.length === 1
                ? '1 CREATE INDEX statement: move it to the bench as a switch.'
                : `${indexNames.length} CREATE INDEX statements: move them to the bench as switches.`}
            </Banner>
          )}
          <div className={styles.editor}>
            <SqlEditor
              label="Schema editor"
              documentId="schema"
              hasLineNumbers
              isReadOnly={isImported}
              value={schemaSql}
              onChange={(text) => setRefusal(app.playground.setSchemaSql(text))}
              problems={problems}
              knowledge={knowledge}
              handle={editor}
              placeholder="CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
            />
          </div>
          <div aria-live="polite">
            {fault && (
              <Fault
                error={fault}
                place={
                  problem && (
                    <PlaceButton
                      text={schemaSql}
                      offset={problem.offset}
                      onShow={() => editor.current?.placeCaret(problem.offset)}
                    />
                  )
                }
              />
            )}
          </div>
        </div>
      </Panel>
      <Separator className={styles.separator} aria-label="Height of the schema editor" />
      <Panel id="schema-tree" minSize="72px">
        <div className={styles.half}>
          <div className={styles.heading}>
            <h2>Tables</h2>
            <Explained content="SQLite checks foreign keys only where this is on, and it is off by default. Here it is on everywhere, so their cost is in every measured write.">
              <code>PRAGMA foreign_keys</code> is ON
            </Explained>
          </div>
          <div className={styles.tree}>
            {tree?.problems.map((problem) => (
              <Fault key={problem.message} tone="warning" error={problem} />
            ))}
            {tree && tree.nodes.length > 0 && (
              <SchemaTree
                nodes={tree.nodes}
                shownTable={shownTable}
                onTableShown={() => app.ui.setState({ shownTable: null })}
              />
            )}
            {tree?.nodes.length === 0 && (
              <EmptyState
                isCompact
                icon={<Table2 size={20} aria-hidden="true" />}
                title="No tables yet"
                action={
                  <Button onClick={() => app.ui.setState({ dialog: 'paste' })}>
                    Paste what you have
                  </Button>
                }
              >
                Write CREATE TABLE above, or paste the SQL that you have.
              </EmptyState>
            )}
          </div>
        </div>
      </Panel>
    </Group>
  );

  function moveIndexes(): void {
    const moved = app.indexes.moveOutOfSchema();
    const isAll = moved.length === indexNames.length;
    app.notices.show({
      tone: isAll ? 'info' : 'warning',
      text:
        moved.length === 0
          ? 'Nothing was moved: the bench has indexes of these names already. Rename them first.'
          : `Moved to the bench, on in every setup: ${moved.join(', ')}.`,
      details: isAll || moved.length === 0 ? [] : ['The others have a name that the bench has.'],
      action: moved.length === 0 ? null : { label: 'Undo', run: () => app.playground.undo() },
    });
  }
}
