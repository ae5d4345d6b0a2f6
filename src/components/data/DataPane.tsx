// The data: rows per table, the seed, how each column's values are made, and whether they are made.
// The container of the pane; its views get plain values and verbs.
import { Dices, Table2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { formatCountOf } from '../../lib/format/format-count.ts';
import { actionRefusals } from '../../state/selectors/action-refusals.ts';
import { dataView } from '../../state/selectors/data/data-view.ts';
import { databaseFacts } from '../../state/selectors/data/database-facts.ts';
import { importedView, missingImageOf } from '../../state/selectors/data/imported-view.ts';
import { problemLine } from '../../state/selectors/data/problem-line.ts';
import { sizeWords } from '../../state/selectors/data/size-words.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { BuiltData } from './BuiltData.tsx';
import { DataActions } from './DataActions.tsx';
import styles from './DataPane.module.css';
import { ImportedData } from './ImportedData.tsx';
import { TableList } from './TableList.tsx';

export function DataPane() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  const results = useRuns((runs) => runs.results);
  const activity = useRuns((runs) => runs.activity);
  const lookedFor = useRuns((runs) => runs.missingImage);
  const openedLink = useUi((ui) => ui.openedLink);
  const missingImage = missingImageOf({ missingImage: lookedFor }, { openedLink });
  const queryId = useUi((ui) => ui.queryId);
  const pane = useRef<HTMLDivElement>(null);
  const view = useMemo(
    () => dataView(playground, inspection, database),
    [playground, inspection, database],
  );
  const size = view.totalSize && view.totalRows > 0 ? sizeWords(view.totalSize) : null;
  const facts = databaseFacts(playground, { database, results });
  const refusal = actionRefusals(playground, { activity }, queryId).generate;

  /** For buttons that go with what they do: the focus stays here. */
  function andStay(verb: () => void): () => void {
    return () => {
      verb();
      pane.current?.focus();
    };
  }

  if (playground.imported) {
    const imported = importedView(playground.imported, { missingImage });
    return (
      <div ref={pane} tabIndex={-1} className={styles.pane}>
        <ImportedData
          view={imported}
          onOpenFile={app.imports.pick}
          onGenerateInstead={andStay(app.imports.detach)}
          onShowStored={() => app.ui.setState({ dialog: 'stored' })}
        />
        {imported.missing === null && (
          <div className={styles.foot}>
            <BuiltData facts={facts} plannedRows={0} isImported />
            {facts.buildMs === null && (
              <Button
                size="lg"
                disabled={refusal !== null}
                focusableWhenDisabled
                onClick={() => void app.database.generate()}
              >
                Load the data
              </Button>
            )}
          </div>
        )}
      </div>
    );
  }
  if (inspection && view.tables.length === 0) {
    return (
      <EmptyState
        icon={<Table2 size={20} aria-hidden="true" />}
        title="No table to fill yet"
        action={
          <>
            <Button onClick={() => app.ui.setState({ leftTab: 'schema' })}>Write a schema</Button>
            <Button variant="ghost" onClick={app.imports.pick}>
              Import file…
            </Button>
          </>
        }
      >
        {inspection.error
          ? 'The schema cannot be read as it is written; its tab says why.'
          : 'Once there is a CREATE TABLE, its rows are made here.'}
      </EmptyState>
    );
  }
  return (
    <div ref={pane} tabIndex={-1} className={styles.pane}>
      <div className={styles.seed}>
        <Explained content="Where the random draws start. The same schema, rows and seed make the same content on every machine: that is why a link is enough to share the data.">
          Seed
        </Explained>
        <NumberField
          className={styles.seedField}
          label="Seed"
          isLabelHidden
          isGrouped={false}
          size="sm"
          min={0}
          max={view.maxSeed}
          value={view.seed}
          onChange={app.playground.setSeed}
        />
        <IconButton
          size="sm"
          label="New seed"
          tooltip="A new seed: other rows of the same kind"
          icon={<Dices size={16} aria-hidden="true" />}
          onClick={() => app.playground.setSeed(randomSeed())}
        />
        <span className={styles.total}>
          <Explained content="Rows that the recipe asks for, all tables together. Rows of INSERT statements in the schema come on top.">
            {formatCountOf(view.totalRows, 'row')}
            {size && ','}
          </Explained>
          {size && <Explained content={size.explanation}>{size.text}</Explained>}
        </span>
      </div>
      {view.explicitCount > 0 && (
        <div className={styles.explicit}>
          <span>{formatCountOf(view.explicitCount, 'column')} set by you, the others inferred</span>
          <Button size="sm" variant="ghost" onClick={andStay(app.recipe.resetAll)}>
            Reset all
          </Button>
        </div>
      )}
      <TableList view={view} onRows={app.playground.setRows} />
      <div className={styles.foot}>
        <BuiltData facts={facts} plannedRows={view.totalRows} />
        <DataActions
          refusal={refusal}
          problems={problemLine(view.allProblems)}
          onGenerate={() => void app.database.generate()}
          onImport={app.imports.pick}
        />
      </div>
    </div>
  );
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
