// From how many rows on a finding weighs much: the scale of the findings' severity.
import { formatCount } from '../../lib/format/format-count.ts';
import {
  defaultManyRows,
  type ManyRows,
  manyRowsChoices,
} from '../../state/selectors/plan/findings-view.ts';
import { Select } from '../shared/fields/Select.tsx';
import styles from './PlanBar.module.css';

export interface ManyRowsSelectProps {
  manyRows: ManyRows;
  onManyRows: (rows: ManyRows) => void;
}

export function ManyRowsSelect({ manyRows, onManyRows }: ManyRowsSelectProps) {
  return (
    <span className={styles.threshold}>
      <span aria-hidden="true">Many rows:</span>
      <Select
        label="Rows that count as many"
        size="sm"
        variant="plain"
        value={String(manyRows)}
        options={manyRowsChoices.map((rows) => ({
          value: String(rows),
          label: `from ${formatCount(rows)}`,
          detail: `Findings on fewer than ${formatCount(rows / 100)} rows are left out`,
        }))}
        onChange={(chosen) =>
          onManyRows(manyRowsChoices.find((rows) => String(rows) === chosen) ?? defaultManyRows)
        }
      />
    </span>
  );
}
