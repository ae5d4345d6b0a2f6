// The figures of every technique in every setup as a table; where it is wider than the column, it
// scrolls sideways inside itself.
// Keeps away from the words: rows, columns and explanations come with the props.
import { memo } from 'react';
import { isSameJson } from '../../../lib/is-same-json.ts';
import {
  type ColumnId,
  columnIds,
  columns,
  type TechniqueRow,
} from '../../../state/selectors/writes/techniques/table/technique-row.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { VisuallyHidden } from '../../shared/labels/VisuallyHidden.tsx';
import styles from './techniques.module.css';

export interface TechniqueTableProps {
  rows: readonly TechniqueRow[];
  isStale: boolean;
}

export function TechniqueTable({ rows, isStale }: TechniqueTableProps) {
  const shown = columnIds.filter((id) => rows.some(({ figures }) => figures[id] !== undefined));
  const names = [...new Set(rows.map(({ name }) => name))];
  return (
    // Scrolled by keys as well: the heads of the last columns can be reached by Tab.
    <div className={styles.scroller} data-stale={isStale || undefined}>
      <table className={styles.table} aria-label="Techniques">
        <Heads shown={shown} />
        {names.map((name) => (
          <TechniqueRows
            key={name}
            rows={rows.filter((row) => row.name === name)}
            shown={shown}
            isStale={isStale}
          />
        ))}
      </table>
    </div>
  );
}

// A step of a run changes one technique: the others are not drawn again.

const Heads = memo(function Heads({ shown }: { shown: readonly ColumnId[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">Technique</th>
        <th scope="col">Setup</th>
        {shown.map((id) => (
          <th key={id} scope="col" data-column={id}>
            <Explained content={columns[id].explanation}>{columns[id].title}</Explained>
          </th>
        ))}
      </tr>
    </thead>
  );
}, isSameJson);

interface TechniqueRowsProps {
  rows: readonly TechniqueRow[];
  shown: readonly ColumnId[];
  isStale: boolean;
}

const TechniqueRows = memo(function TechniqueRows({ rows, shown, isStale }: TechniqueRowsProps) {
  return (
    <tbody data-baseline={rows[0]?.isBaseline || undefined}>
      {rows.map((row, at) => (
        <tr key={row.id} data-ranked={row.isRanked}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={rows.length} title={row.explanation}>
              {row.name}
              {row.isBaseline && <Badge className={styles.badge}>baseline</Badge>}
            </th>
          )}
          <th scope="row">
            {at > 0 && <VisuallyHidden>{row.name} in</VisuallyHidden>}
            <span className={styles.setup} title={row.setupName}>
              <SetupChip letter={row.letter} size="sm" isStale={isStale} />
              <span>{row.setupName}</span>
            </span>
          </th>
          {shown.map((id) => (
            <FigureCell key={id} id={id} row={row} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}, isSameJson);

function FigureCell({ id, row }: { id: ColumnId; row: TechniqueRow }) {
  const figure = row.figures[id];
  if (!figure) return <td>–</td>;
  return (
    <td
      data-column={id}
      data-tone={id === 'speed' ? row.tone : undefined}
      title={figure.explanation}
    >
      <span className={styles.value}>{figure.text}</span>
      {figure.detail !== '' && <span className={styles.detail}> {figure.detail}</span>}
    </td>
  );
}
