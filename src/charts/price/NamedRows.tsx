// A chart with a named row for each thing that is no setup.
// Keeps away from what the rows mean; places come from the models.
import { LabelledRows, type LabelledRowsProps } from '../axes/LabelledRows.tsx';
import styles from '../marks/marks.module.css';
import { fitMiddle, fitText, textWidth } from '../marks/text-width.ts';

export interface NamedRowsProps
  extends Omit<LabelledRowsProps, 'rowCount' | 'labelWidth' | 'label'> {
  rows: readonly { title: string; detail: string }[];
}

const gap = 12;
/** The part of the width that names may take at most. */
const labelShare = 0.46;
const fonts = { title: '500 12px', detail: '400 11.5px' };

export function NamedRows({ rows, ...plot }: NamedRowsProps) {
  const labels = labelWidth(rows, plot.width);
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

function labelWidth(rows: NamedRowsProps['rows'], chartWidth: number): number {
  const widest = rows.reduce(
    (most, { title, detail }) =>
      Math.max(most, textWidth(title, fonts.title), textWidth(detail, fonts.detail)),
    0,
  );
  return Math.round(Math.min(Math.max(Math.ceil(widest) + gap, 90), chartWidth * labelShare));
}
