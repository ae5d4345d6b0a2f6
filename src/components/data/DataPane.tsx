// The data: rows per table, the seed, how each column's values are made, and whether they are made.
// The container of the pane; its views get plain values and verbs.
import { Dices, Sparkles, Table2 } from 'lucide-react';
import { useMemo } from 'react';
import { formatCount, formatCountOf } from '../../lib/format-count.ts';
import { actionRefusals } from '../../state/selectors/action-refusals.ts';
import { dataView } from '../../state/selectors/data/data-view.ts';
import { databaseFacts } from '../../state/selectors/data/database-facts.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { BuiltData } from './BuiltData.tsx';
import styles from './DataPane.module.css';
import { TableRecipeCard } from './TableRecipeCard.tsx';

export function DataPane() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  const results = useRuns((runs) => runs.results);
  const activity = useRuns((runs) => runs.activity);
  const queryId = useUi((ui) => ui.queryId);
  const view = useMemo(() => dataView(playground, inspection), [playground, inspection]);
  const facts = databaseFacts(playground, { database, results });
  const refusal = actionRefusals(playground, { activity }, queryId).generate;

  if (inspection && view.tables.length === 0) {
    return (
      <EmptyState
        icon={<Table2 size={20} aria-hidden="true" />}
        title="No table to fill yet"
        action={
          <Button onClick={() => app.ui.setState({ leftTab: 'schema' })}>Write a schema</Button>
        }
      >
        {inspection.error
          ? 'The schema cannot be read as it is written; its tab says why.'
          : 'Once there is a CREATE TABLE, its rows are made here.'}
      </EmptyState>
    );
  }
  return (
    <div className={styles.pane}>
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
          </Explained>
        </span>
      </div>
      <ul className={styles.tables}>
        {view.problems.map((problem) => (
          <li key={problem.message}>
            <Fault error={problem} />
          </li>
        ))}
        {view.tables.map((table) => (
          <TableRecipeCard
            key={table.name}
            table={table}
            maxRows={view.maxRows}
            onRows={(rows) => app.playground.setRows(table.name, rows)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <BuiltData facts={facts} plannedRows={formatCount(view.totalRows)} />
        <GenerateButton refusal={refusal} onGenerate={() => void app.database.generate()} />
      </div>
    </div>
  );
}

interface GenerateButtonProps {
  /** Why it cannot be pressed now. */
  refusal: string | null;
  onGenerate: () => void;
}

function GenerateButton({ refusal, onGenerate }: GenerateButtonProps) {
  return (
    <Tooltip
      content={
        refusal ?? 'Makes the rows and the indexes now. Compare and Run do it too, when needed.'
      }
    >
      <Button
        size="lg"
        icon={<Sparkles size={16} aria-hidden="true" />}
        disabled={refusal !== null}
        focusableWhenDisabled
        onClick={onGenerate}
      >
        Generate data
      </Button>
    </Tooltip>
  );
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
