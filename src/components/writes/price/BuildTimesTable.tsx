// Load then index against index then load: two times and the verdict.
import type { BuildTimes } from '../../../state/selectors/writes/price/build-time.ts';
import { FigureCell } from '../tables/FigureCell.tsx';
import { WideTable } from '../tables/WideTable.tsx';
import styles from './price.module.css';

export function BuildTimesTable({ build, isStale }: { build: BuildTimes; isStale: boolean }) {
  return (
    <div className={styles.part}>
      <h3>Make the indexes before or after a load?</h3>
      <p className={styles.text}>{build.sentence}</p>
      <div className={styles.narrow}>
        <WideTable label="Build time" isStale={isStale} heads={['Order', 'Whole load']}>
          {build.lines.map((line) => (
            <tr key={line.title}>
              <th scope="row">{line.title}</th>
              <td>
                <FigureCell figure={{ ...line, tone: 'plain', sentence: '' }} />
              </td>
            </tr>
          ))}
        </WideTable>
      </div>
    </div>
  );
}
