// A chart with a named row for each thing that is no setup.
// Keeps away from what the rows mean; places come from the models.
import styles from '../marks/marks.module.css';
import { fitMiddle, fitText } from '../marks/text-width.ts';
import { LabelledRows, type LabelledRowsProps } from './LabelledRows.tsx';
import { fonts, labelWidth } from './RowLabel.tsx';

export interface NamedRowsProps
  extends Omit<LabelledRowsProps, 'rowCount' | 'labelWidth' | 'label'> {
  rows: readonly { title: string; detail: string }[];
}

/** Pixels between a name and the plot. */
const gap = 12;
/** The part of the width that names may take at most. */
const labelShare = 0.46;

export function NamedRows({ rows, ...plot }: NamedRowsProps) {
  const labels = labelWidth(rows, { chartWidth: plot.width, share: labelShare, beside: gap });
  return (
    <LabelledRows
      {...plot}
      rowCount={rows.length}
      labelWidth={labels}
      label={(position, y) => {
        const row = rows[position];
        return (
          row && (
            <g>
              <title>{`${row.title}${row.detail ? `, ${row.detail}` : ''}`}</title>
              <text className={styles.title} x={0} y={y - 3}>
                {fitMiddle(row.title, fonts.title, labels - gap)}
              </text>
              <text className={styles.detail} x={0} y={y + 12}>
                {fitText(row.detail, fonts.detail, labels - gap)}
              </text>
            </g>
          )
        );
      }}
    />
  );
}
