// What each variant of the table costs: name and SQL, time, verdict, difference, bytes.
// Keeps away from the words: selectors make them.
import type { ConstraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import type { VariantRow } from '../../../state/selectors/writes/constraints/variant-row.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { FigureCell } from '../price/FigureCell.tsx';
import { WideTable } from '../price/WideTable.tsx';
import styles from './constraints.module.css';

export function VariantTable({ cost }: { cost: ConstraintCost }) {
  return (
    <WideTable
      label="Cost by constraint"
      isStale={cost.isStale}
      heads={['Constraint', 'Insert, time a row', 'Grows by']}
    >
      {cost.variants.map((row) => (
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
                <Explained content="What the database grew by while the rows went in: pages in use afterwards less those before, times the page size.">
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
      <span className={styles.variantName}>{name}</span>
      {!isOwn && <Badge>tried</Badge>}
      {note && <p className={styles.note}>{note}</p>}
      <details className={styles.details}>
        <summary>SQL</summary>
        <pre className={styles.create}>{sql}</pre>
      </details>
    </div>
  );
}
