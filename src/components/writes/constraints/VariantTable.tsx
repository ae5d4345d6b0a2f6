// What each variant of the table costs: name and SQL, time, verdict, difference, bytes.
// Keeps away from the words: selectors make them.
import type { VariantRow } from '../../../state/selectors/writes/constraints/variant-row.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { FigureCell } from '../tables/FigureCell.tsx';
import { WideTable } from '../tables/WideTable.tsx';
import styles from './constraints.module.css';

export interface VariantTableProps {
  /** Accessible name. */
  label: string;
  /** Of the three columns. */
  heads: readonly [string, string, string];
  variants: readonly VariantRow[];
  isStale: boolean;
}

export function VariantTable({ label, heads, variants, isStale }: VariantTableProps) {
  return (
    <WideTable label={label} isStale={isStale} heads={heads}>
      {variants.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Head row={row} />
          </th>
          {row.refusal === null ? (
            <>
              <td>
                <FigureCell figure={row} />
              </td>
              <td>
                <Explained content="What the database grew by in the run: pages in use afterwards less those before, times the page size.">
                  {row.bytes}
                </Explained>
              </td>
            </>
          ) : (
            <td colSpan={2} className={styles.reason}>
              {row.headline}: {row.refusal}
            </td>
          )}
        </tr>
      ))}
    </WideTable>
  );
}

function Head({ row: { name, isOwn, note, sql } }: { row: VariantRow }) {
  return (
    <div className={styles.variant}>
      <span className={styles.variantName}>
        <BreakableName text={name} />
      </span>
      {!isOwn && <Badge>tried</Badge>}
      {note && <p className={styles.note}>{note}</p>}
      <details className={styles.details}>
        <summary>SQL</summary>
        <pre className={styles.create}>{sql}</pre>
      </details>
    </div>
  );
}
