// The queries: the list, the editor of the selected one, and where its parameters' values come from.
// The container of the pane; its views get plain values and verbs.
import { Plus, SquareTerminal } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EngineError } from '../../engine/model/errors.ts';
import { sqlKnowledge } from '../../state/selectors/editor/sql-knowledge.ts';
import { statementToRun } from '../../state/selectors/editor/statement-to-run.ts';
import { textMarks } from '../../state/selectors/editor/text-marks.ts';
import { parameterFaults } from '../../state/selectors/queries/parameter-faults.ts';
import {
  comparedTextColumn,
  parameterSource,
} from '../../state/selectors/queries/parameter-source.ts';
import { queryFault } from '../../state/selectors/queries/query-fault.ts';
import type { EditorHandle } from '../editor/editor-contract.ts';
import { SqlEditor } from '../editor/SqlEditor.tsx';
import { PlaceButton } from '../editor/tools/PlaceButton.tsx';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { SchemaFindings } from '../shared/findings/SchemaFindings.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { useSettled } from '../shared/messages/use-settled.ts';
import { ParameterRow } from './ParameterRow.tsx';
import styles from './QueriesPane.module.css';
import { QueryList } from './QueryList.tsx';
import { RunStatementButton } from './RunStatementButton.tsx';
import { SlowQueryPrompt } from './SlowQueryPrompt.tsx';

/** Errors come and go while one types; the sentence waits until one pauses. */
const typingPauseMs = 500;

export function QueriesPane() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const { queries, setups, imported } = playground;
  const { seed } = playground.recipe;
  const plans = useRuns((runs) => runs.plans);
  const results = useRuns((runs) => runs.results);
  const lastRun = useRuns((runs) => runs.lastRun);
  const inspection = useRuns((runs) => runs.inspection);
  const schema = inspection?.schema ?? null;
  const database = useRuns((runs) => runs.database);
  const queryId = useUi((ui) => ui.queryId);
  const selection = useUi((ui) => ui.selection);

  const query = queries.find(({ id }) => id === queryId) ?? null;
  const sql = query?.sql ?? '';
  const fault = queryFault({ queries, setups }, plans, queryId);
  // As a mark it makes the editor show the query again in place of the text that was refused.
  const [refusal, setRefusal] = useState<EngineError | null>(null);
  const problems = useMemo(() => textMarks(refusal ?? fault, 'query'), [refusal, fault]);
  const highlight = useMemo(() => statementToRun(sql, selection), [sql, selection]);
  const knowledge = sqlKnowledge(inspection, playground, database);
  const faultyIds = queries
    .filter(({ id }) => queryFault({ queries, setups }, plans, id) !== null)
    .map(({ id }) => id);
  const parameterErrors = useMemo(
    () => parameterFaults(playground, { plans, results, lastRun }, queryId),
    [playground, plans, results, lastRun, queryId],
  );
  const ownFault = fault?.place?.source === 'parameter' ? null : fault;
  const isFaultShown = useSettled(ownFault !== null, typingPauseMs);
  const shownFault = refusal ?? (isFaultShown ? ownFault : null);
  const problem = problems[0];

  const editor = useRef<HTMLDivElement>(null);
  const handle = useRef<EditorHandle>(null);
  const [isFocusWanted, setIsFocusWanted] = useState(false);
  useEffect(() => {
    if (!isFocusWanted) return;
    // After a click has given the focus to the button that was pressed.
    const frame = requestAnimationFrame(() => {
      setIsFocusWanted(false);
      // On a touch screen the focus would bring up the keyboard.
      if (matchMedia('(pointer: coarse)').matches) return;
      editor.current?.querySelector<HTMLElement>('textarea, [role="textbox"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isFocusWanted]);

  function add(): void {
    app.queries.add();
    setRefusal(null);
    setIsFocusWanted(true);
  }

  function paste(sql: string): void {
    app.pasteSql(sql);
    // The prompt goes, and its button with it; where nothing was added, it stays.
    setIsFocusWanted(true);
  }

  function select(id: string): void {
    setRefusal(null);
    app.queries.select(id);
  }

  function remove(id: string): void {
    const name = queries.find((other) => other.id === id)?.name ?? '';
    app.queries.remove(id);
    app.notices.show({
      tone: 'info',
      text: `Removed “${name}”.`,
      details: [],
      action: {
        label: 'Undo',
        run: () => {
          app.playground.undo();
          app.queries.select(id);
        },
      },
    });
  }

  return (
    <div className={styles.pane}>
      <QueryList
        queries={queries}
        selectedId={queryId}
        faultyIds={faultyIds}
        onSelect={select}
        onRename={app.queries.rename}
        onWeight={app.queries.setWeight}
        onDuplicate={app.queries.duplicate}
        onMove={app.queries.move}
        onRemove={remove}
        onAdd={add}
      />
      {query ? (
        <>
          <div ref={editor} className={styles.editor}>
            <SqlEditor
              label="Query editor"
              documentId={`query ${query.id}`}
              value={query.sql}
              onChange={(text) => setRefusal(app.queries.setSql(query.id, text))}
              onSelectionChange={({ start, end }) => app.ui.setState({ selection: { start, end } })}
              problems={problems}
              highlight={highlight}
              knowledge={knowledge}
              handle={handle}
              touchTools={<RunStatementButton />}
              placeholder="Write one statement; :name makes a parameter."
            />
          </div>
          <div aria-live="polite">
            {shownFault && (
              <Fault
                error={shownFault}
                place={
                  problem && (
                    <PlaceButton
                      text={query.sql}
                      offset={problem.offset}
                      onShow={() => handle.current?.placeCaret(problem.offset)}
                    />
                  )
                }
              />
            )}
          </div>
          {query.parameters.length > 0 && (
            <section className={styles.parameters} aria-label="Parameters">
              <div className={styles.heading}>
                <h2>Parameters</h2>
                <Explained content="Draws start from the recipe's seed (tab Data) and the parameter's name: every setup gets the same values, on every machine.">
                  seed {seed}
                </Explained>
              </div>
              <ul className={styles.rows}>
                {query.parameters.map((parameter) => (
                  <ParameterRow
                    key={`${query.id} ${parameter.name}`}
                    parameter={parameter}
                    source={schema && parameterSource(query.sql, parameter.name, schema)}
                    textColumn={schema && comparedTextColumn(query.sql, parameter.name, schema)}
                    error={parameterErrors.get(parameter.name) ?? null}
                    onChange={(generator) =>
                      app.queries.setGenerator(query.id, parameter.name, generator)
                    }
                  />
                ))}
              </ul>
            </section>
          )}
        </>
      ) : imported && queries.length === 0 ? (
        <>
          <SlowQueryPrompt onPaste={paste} onWrite={add} />
          <SchemaFindings isOpenAtFirst />
        </>
      ) : (
        <EmptyState
          icon={<SquareTerminal size={20} aria-hidden="true" />}
          title={queries.length === 0 ? 'No queries yet' : 'No query is selected'}
          action={
            queries.length === 0 && (
              <>
                <Button variant="soft" icon={<Plus size={14} aria-hidden="true" />} onClick={add}>
                  Write a query
                </Button>
                <Button onClick={() => app.ui.setState({ dialog: 'paste' })}>Paste your SQL</Button>
              </>
            )
          }
        >
          {queries.length === 0
            ? 'A query is measured in every setup of the bench.'
            : 'Choose one in the list to edit it.'}
        </EmptyState>
      )}
    </div>
  );
}
