// The bench as a grid: setups side by side, switches above, queries with their cells below.
// Draws what it is given; reading state and doing things is for Bench.
import { Plus } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import type { CacheSetting } from '../../engine/model/playground.ts';
import type { BenchView, QueryRow, SetupView } from '../../state/selectors/bench/bench-view.ts';
import { type CellConfirmation, cellWords } from '../../state/selectors/bench/cell-words.ts';
import { cellHeat, verdictHeat } from '../../state/selectors/bench/heat.ts';
import type { WorkloadCell, WorkloadView } from '../../state/selectors/bench/workload-view.ts';
import type { Heat } from '../../state/ui-store.ts';
import { Button } from '../shared/controls/Button.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { Switch } from '../shared/controls/Switch.tsx';
import styles from './BenchGrid.module.css';
import { IndexHeader } from './IndexHeader.tsx';
import { MethodLink } from './MethodLink.tsx';
import { QueryCell } from './QueryCell.tsx';
import { QueryHeader } from './QueryHeader.tsx';
import { SetupHeader } from './SetupHeader.tsx';
import { CacheRow, StatisticsRow } from './SwitchRows.tsx';
import { useGridNavigation } from './use-grid-navigation.ts';
import { WorkloadRow } from './WorkloadRow.tsx';

/** Makes the table's cells gridcells; the pattern allows it, the linter's list does not know it. */
const gridRole = { role: 'grid' } as const;
const noConfirmations = {};

export interface BenchActions {
  addSetup: () => void;
  renameSetup: (setupId: string, name: string) => void;
  duplicateSetup: (setupId: string) => void;
  moveSetup: (setupId: string, position: number) => void;
  removeSetup: (setup: SetupView) => void;
  setIndexOn: (setupId: string, indexName: string, isOn: boolean) => void;
  setStatistics: (setupId: string, isOn: boolean) => void;
  setCache: (setupId: string, cache: CacheSetting) => void;
  addIndex: () => void;
  editIndex: (name: string) => void;
  removeIndex: (name: string) => void;
  selectQuery: (queryId: string) => void;
  /** Stays the same function, so that cells need not be drawn again. */
  selectCell: (queryId: string, setupId: string) => void;
}

export interface BenchGridProps {
  view: BenchView;
  /** The last row; null while there is nothing to sum up. */
  workload: WorkloadView | null;
  heat: Heat;
  /** What the author of an opened link counted, against this page; by cell key. */
  confirmations?: Readonly<Record<string, CellConfirmation>> | undefined;
  queryId: string | null;
  setupId: string | null;
  maxSetups: number;
  actions: BenchActions;
  /** In place of the query rows when there are none. */
  noQueries: ReactNode;
}

export function BenchGrid({
  view,
  workload,
  heat,
  confirmations = noConfirmations,
  queryId,
  setupId,
  maxSetups,
  actions,
  noQueries,
}: BenchGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const navigation = useGridNavigation(table);
  const selected = `${queryId} ${setupId}`;
  useEffect(() => {
    // Selecting in another pane, or adding, may choose a cell that is out of sight.
    const cell = selected && table.current?.querySelector('td[data-selected]');
    if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  const { setups, indexes, queries } = view;
  const canAdd = setups.length < maxSetups;
  return (
    <div className={styles.scroller}>
      <table
        ref={table}
        {...gridRole}
        aria-label="Bench"
        className={styles.grid}
        data-many={setups.length > 3 || undefined}
        data-heat-of={heat === 'none' ? undefined : heat}
        style={{ '--setups': setups.length } as CSSProperties}
        {...navigation}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <div className={styles.cornerCell}>
                <div className={styles.cornerLine}>
                  <span className={styles.cornerText}>Setup</span>
                  <Button
                    variant="ghost"
                    size="sm"
                    icon={<Plus size={14} aria-hidden="true" />}
                    onClick={actions.addIndex}
                  >
                    Add index
                  </Button>
                </div>
              </div>
            </th>
            {setups.map((setup, position) => (
              <SetupHeader
                key={setup.id}
                setup={setup}
                position={position}
                count={setups.length}
                canAdd={canAdd}
                onRename={(name) => actions.renameSetup(setup.id, name)}
                onDuplicate={() => actions.duplicateSetup(setup.id)}
                onMove={(to) => actions.moveSetup(setup.id, to)}
                onRemove={() => actions.removeSetup(setup)}
              />
            ))}
            <th scope="col" className={styles.add}>
              <IconButton
                label="Add setup"
                size="sm"
                tooltip={canAdd ? undefined : 'Six setups are the most that are compared at once.'}
                disabled={!canAdd}
                focusableWhenDisabled
                icon={<Plus size={16} aria-hidden="true" />}
                onClick={actions.addSetup}
              />
            </th>
          </tr>
        </thead>
        <tbody className={styles.switches}>
          {indexes.map((index) => (
            <tr key={index.name}>
              <IndexHeader
                index={index}
                onEdit={() => actions.editIndex(index.name)}
                onRemove={() => actions.removeIndex(index.name)}
              />
              {setups.map(({ id, letter }) => (
                <td key={id} className={styles.switch}>
                  <Switch
                    label={`${index.name} in ${letter}`}
                    setup={letter}
                    isOn={index.isOn[id] ?? false}
                    onChange={(isOn) => actions.setIndexOn(id, index.name, isOn)}
                  />
                </td>
              ))}
              <td aria-hidden="true" />
            </tr>
          ))}
          <StatisticsRow setups={setups} onChange={actions.setStatistics} />
          <CacheRow setups={setups} onChange={actions.setCache} />
        </tbody>
        <tbody className={workload ? styles.queries : styles.last}>
          {queries.map((query) => (
            <QueryCells
              key={query.id}
              query={query}
              setups={setups}
              heat={heat}
              confirmations={confirmations}
              isSelected={query.id === queryId}
              setupId={setupId}
              onSelectQuery={actions.selectQuery}
              onSelectCell={actions.selectCell}
            />
          ))}
          {queries.length === 0 && (
            <tr>
              <td colSpan={setups.length + 2}>{noQueries}</td>
            </tr>
          )}
        </tbody>
        {workload && (
          <tbody className={styles.last}>
            <WorkloadRow view={workload} heatOf={heat === 'ratio' ? ratioHeat : noRatioHeat} />
          </tbody>
        )}
      </table>
      <MethodLink table={table} />
    </div>
  );
}

function ratioHeat({ verdict }: WorkloadCell) {
  return verdictHeat(verdict);
}

function noRatioHeat() {
  return verdictHeat(null);
}

interface QueryCellsProps {
  query: QueryRow;
  setups: readonly SetupView[];
  heat: Heat;
  confirmations: Readonly<Record<string, CellConfirmation>>;
  isSelected: boolean;
  setupId: string | null;
  onSelectQuery: (queryId: string) => void;
  onSelectCell: (queryId: string, setupId: string) => void;
}

function QueryCells(props: QueryCellsProps) {
  const { query, setups, heat, confirmations, isSelected, setupId } = props;
  const { onSelectQuery, onSelectCell } = props;
  const baseline = setups[0]?.letter ?? 'A';
  return (
    <tr>
      <QueryHeader query={query} isSelected={isSelected} onSelect={() => onSelectQuery(query.id)} />
      {query.cells.map((cell) => (
        <QueryCell
          key={cell.setupId}
          name={`${query.name} in ${cell.letter}`}
          letter={cell.letter}
          queryId={query.id}
          setupId={cell.setupId}
          words={cellWords(cell, baseline, query.line !== '', confirmations[cell.key])}
          heat={cellHeat(heat, cell, query.cells)}
          isSelected={isSelected && cell.setupId === setupId}
          onSelect={onSelectCell}
        />
      ))}
      <td aria-hidden="true" />
    </tr>
  );
}
