// The price of every index set as a table: a column for each operation, and bytes.
// Keeps away from the words: selectors make them.
import type { PriceResults } from '../../../state/selectors/writes/price/price-results.ts';
import type { PriceRow } from '../../../state/selectors/writes/price/price-rows.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { FigureCell } from '../tables/FigureCell.tsx';
import { WideTable } from '../tables/WideTable.tsx';
import styles from './price.module.css';

export function PriceTable({ results }: { results: PriceResults }) {
  const { operations, rows, frame } = results;
  const { isStale } = frame;
  const hasBytes = operations.includes('insert');
  return (
    <WideTable
      label="Price by index set"
      isStale={isStale}
      heads={[
        'Indexes',
        ...operations.map((operation) => `${titles[operation]}, time a row`),
        ...(hasBytes ? ['Grows by'] : []),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <SetHead row={row} isStale={isStale} />
          </th>
          {row.cells.map((cell) => (
            <td key={cell.operation}>
              <FigureCell figure={cell} />
            </td>
          ))}
          {hasBytes && (
            <td className={styles.bytes}>
              <Explained content={row.bytes.tip}>{row.bytes.text}</Explained>
            </td>
          )}
        </tr>
      ))}
    </WideTable>
  );
}

const titles = { insert: 'Insert', update: 'Update', delete: 'Delete' } as const;

function SetHead({ row, isStale }: { row: PriceRow; isStale: boolean }) {
  return (
    <span className={styles.set}>
      <Explained content={row.tip} className={styles.setTitle}>
        <BreakableName text={row.title} />
      </Explained>
      {row.letters.length > 0 && (
        <span className={styles.chips}>
          {row.letters.map((letter) => (
            <SetupChip key={letter} letter={letter} size="sm" isStale={isStale} />
          ))}
        </span>
      )}
    </span>
  );
}
