// One table of the recipe: how many rows, how the values of each column are made, its first rows.
import { memo, useState } from 'react';
import { formatCount, formatCountOf } from '../../lib/format/format-count.ts';
import type { TableRecipe } from '../../state/selectors/data/data-view.ts';
import { sizeWords } from '../../state/selectors/data/size-words.ts';
import { Button } from '../shared/controls/Button.tsx';
import { logScale } from '../shared/fields/log-scale.ts';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Slider } from '../shared/fields/Slider.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { ColumnRow } from './generator/ColumnRow.tsx';
import { TableName } from './TableName.tsx';
import { TablePreviewSection } from './TablePreviewSection.tsx';
import styles from './TableRecipeCard.module.css';

export interface TableRecipeCardProps {
  table: TableRecipe;
  maxRows: number;
  isPreviewOpen: boolean;
  /** The column whose settings are open; one in the whole list. */
  openColumn: string | null;
  onOpenChange: (table: string, isOpen: boolean) => void;
  onPreviewOpenChange: (table: string, isOpen: boolean) => void;
  onOpenColumn: (table: string, column: string, isOpen: boolean) => void;
  onRows: (table: string, rows: number) => void;
}

export function TableRecipeCard(props: TableRecipeCardProps) {
  const { table, maxRows, openColumn, onRows } = props;
  const { name, rows, size, problems } = table;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <TableName name={name} isOpen onOpenChange={props.onOpenChange} />
        <RowsControls name={name} rows={rows} maxRows={maxRows} onRows={onRows} />
      </div>
      {size && rows > 0 && <Size {...sizeWords(size)} />}
      {problems.map((problem) => (
        <Fault key={problem.message} error={problem} className={styles.problem} />
      ))}
      {table.columns.length > 0 && <Columns {...props} />}
      <TablePreviewSection
        table={table}
        editedColumn={openColumn}
        isOpen={props.isPreviewOpen}
        onOpenChange={(isOpen) => props.onPreviewOpenChange(name, isOpen)}
      />
    </li>
  );
}

interface RowsControlsProps {
  name: string;
  rows: number;
  maxRows: number;
  onRows: (table: string, rows: number) => void;
}

const RowsControls = memo(function RowsControls({
  name,
  rows,
  maxRows,
  onRows,
}: RowsControlsProps) {
  return (
    <>
      <Slider
        className={styles.slider}
        label={`${name} rows slider`}
        value={rows}
        scale={logScale(maxRows)}
        formatValue={(value) => formatCountOf(value, 'row')}
        onChange={(next) => onRows(name, next)}
      />
      <NumberField
        label={`Rows of ${name}`}
        isLabelHidden
        size="sm"
        min={0}
        max={maxRows}
        step={1000}
        value={rows}
        onChange={(next) => onRows(name, next)}
      />
    </>
  );
});

const Size = memo(function Size({ text, explanation, isTooLarge }: ReturnType<typeof sizeWords>) {
  return (
    <p className={styles.size} data-large={isTooLarge || undefined}>
      <Explained content={explanation}>{text}</Explained>
    </p>
  );
});

/** More than any table but a generated one has. */
const columnsAtFirst = 60;

function Columns({ table, openColumn, onOpenColumn }: TableRecipeCardProps) {
  const { name, columns } = table;
  const [isWhole, setIsWhole] = useState(false);
  const shown = columns.filter(
    ({ problems }, at) => isWhole || at < columnsAtFirst || problems.length > 0,
  );
  return (
    <>
      <ul className={styles.columns} aria-label={`Columns of ${name}`}>
        {shown.map((view) => (
          <ColumnRow
            key={view.column}
            table={name}
            view={view}
            isOpen={openColumn === view.column}
            onOpenChange={onOpenColumn}
          />
        ))}
      </ul>
      {shown.length < columns.length && (
        <Button size="sm" variant="ghost" onClick={() => setIsWhole(true)}>
          Show all {formatCount(columns.length)} columns
        </Button>
      )}
    </>
  );
}
