// Then and now as a table: plan, median, counters of every setup, in two lines each.
// No verdict on the times: they were not measured together.
import type { SetupLetter } from '../../engine/model/playground.ts';
import { relativeTime } from '../../lib/format/relative-time.ts';
import type { PinnedSetup } from '../../state/selectors/history/pinned-view.ts';
import { type PinnedFigure, timesCaveat } from '../../state/selectors/history/pinned-words.ts';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { usePinnedView } from '../shared/use-pinned-view.ts';
import styles from './Pinned.module.css';

const heads: Record<PinnedFigure['id'], { text: string; how: string }> = {
  plan: { text: 'Plan', how: 'The worst access of EXPLAIN QUERY PLAN, in a word.' },
  median: { text: 'Median', how: 'Median time of a call, execute and fetch.' },
  steps: { text: 'VM steps', how: 'Instructions of SQLite’s virtual machine in one execution.' },
  scans: { text: 'Full-scan steps', how: 'Steps forward in a scan of a whole table or index.' },
  pages: { text: 'Pages read', how: 'Distinct pages that one execution read.' },
  rows: { text: 'Rows', how: 'Rows of the answer, or rows that the statement changed.' },
};

export function PinnedFigures() {
  const view = usePinnedView();
  if (view?.kind !== 'matched' || view.isItself) return null;
  const setups = view.setups.filter(({ before }) => before !== null);
  const ids = setups[0]?.figures.map(({ id }) => id) ?? [];
  if (setups.length === 0) return null;
  return (
    <section aria-label="Then and now" className={styles.figures}>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption>Pinned {relativeTime(Date.parse(view.at), Date.now())}: then and now</caption>
          <thead>
            <tr>
              <th scope="col">Setup</th>
              <td />
              {ids.map((id) => (
                <th key={id} scope="col">
                  <Tooltip content={heads[id].how} side="top">
                    <span>{heads[id].text}</span>
                  </Tooltip>
                </th>
              ))}
            </tr>
          </thead>
          {setups.map((setup) => (
            <Setup key={setup.setupId} setup={setup} />
          ))}
        </table>
      </div>
      <p className={styles.caveat}>{timesCaveat}</p>
    </section>
  );
}

function Setup({ setup: { letter, name, figures } }: { setup: PinnedSetup }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={2}>
          <SetupName letter={letter} name={name} />
        </th>
        <th scope="row">then</th>
        {figures.map(({ id, before }) => (
          <td key={id}>{before}</td>
        ))}
      </tr>
      <tr data-line="now">
        <th scope="row">now</th>
        {figures.map(({ id, now, change }) => (
          <td key={id}>
            {now} {change && <span className={styles.change}>{change}</span>}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function SetupName({ letter, name }: { letter: SetupLetter; name: string }) {
  return (
    <span className={styles.setup}>
      <SetupChip letter={letter} size="sm" />
      <span>{name}</span>
    </span>
  );
}
