// A chart with a row per setup: its letter and words at the left of the row.
// Keeps away from what the rows mean; places come from the models.
import type { SetupLetter } from '../../engine/model/playground.ts';
import { LabelledRows, type LabelledRowsProps } from './LabelledRows.tsx';
import { besideLabel, labelWidth, RowLabel } from './RowLabel.tsx';

export interface SetupRow {
  letter: SetupLetter;
  title: string;
  detail: string;
  isStale: boolean;
}

export interface SetupRowsProps
  extends Omit<LabelledRowsProps, 'rowCount' | 'labelWidth' | 'label'> {
  rows: readonly SetupRow[];
  /** The part of the width that labels may take at most. */
  labelShare: number;
}

export function SetupRows({ rows, labelShare, ...plot }: SetupRowsProps) {
  const labels = labelWidth(rows, {
    chartWidth: plot.width,
    share: labelShare,
    beside: besideLabel,
  });
  return (
    <LabelledRows
      {...plot}
      rowCount={rows.length}
      labelWidth={labels}
      label={(position, y) => {
        const row = rows[position];
        if (!row) return null;
        const { letter, title, detail, isStale } = row;
        return (
          <RowLabel
            x={labels}
            y={y}
            width={labels}
            letter={letter}
            title={title}
            detail={detail}
            isStale={isStale}
          />
        );
      }}
    />
  );
}
