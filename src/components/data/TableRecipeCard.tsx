// One table of the recipe: how many rows, and how the values of each column are made.
import { formatCountOf } from '../../lib/format-count.ts';
import type { TableRecipe } from '../../state/selectors/data/data-view.ts';
import { logScale } from '../shared/fields/log-scale.ts';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Slider } from '../shared/fields/Slider.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import styles from './TableRecipeCard.module.css';

export interface TableRecipeCardProps {
  table: TableRecipe;
  maxRows: number;
  onRows: (rows: number) => void;
}

export function TableRecipeCard({ table, maxRows, onRows }: TableRecipeCardProps) {
  const { name, rows, columns, problems } = table;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name} title={name}>
          {name}
        </h2>
        <Slider
          className={styles.slider}
          label={`${name} rows slider`}
          value={rows}
          scale={logScale(maxRows)}
          formatValue={(value) => formatCountOf(value, 'row')}
          onChange={onRows}
        />
        <NumberField
          label={`Rows of ${name}`}
          isLabelHidden
          size="sm"
          min={0}
          max={maxRows}
          step={1000}
          value={rows}
          onChange={onRows}
        />
      </div>
      {problems.map((problem) => (
        <Fault key={problem.message} error={problem} className={styles.problem} />
      ))}
      {columns.length > 0 && (
        <table className={styles.columns} aria-label={`Columns of ${name}`}>
          <tbody>
            {columns.map(({ column, generator, description, samples }) => (
              <tr key={column}>
                <th scope="row" title={column}>
                  {column}
                </th>
                <td>
                  <p className={styles.generator} title={`${generator}: ${description}`}>
                    <b>{generator}</b> {description}
                  </p>
                  {samples.length > 0 && (
                    <p
                      className={styles.samples}
                      title={`Values that this generator makes: ${samples.join(', ')}`}
                    >
                      {samples.join(' · ')}
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
