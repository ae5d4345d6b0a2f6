// What the instrument's test found: the level in a sentence, what it stands on, a row per query.
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { InstrumentRow, InstrumentView } from '../../state/selectors/instrument-view.ts';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './InstrumentDialog.module.css';

/** A phone has a row's figures under each other, each with its head. */
const heads = {
  median: 'A call',
  control: 'A against itself',
  smallest: 'Can be told from',
  verdict: 'B, which equals A, is',
  rounds: 'Rounds',
} as const;

const icons = { good: CircleCheck, fair: TriangleAlert, poor: CircleX };

export function InstrumentReportView({ view }: { view: InstrumentView }) {
  const Icon = icons[view.level];
  return (
    <section aria-label="What the test found" className={styles.report}>
      <div className={styles.verdict} data-level={view.level}>
        <Icon size={20} aria-hidden="true" />
        <p>{view.headline}</p>
      </div>
      <ul className={styles.sentences}>
        {view.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Query</th>
              <Head
                text={heads.median}
                how="Median time of one call, execute and fetch, in setup A."
              />
              <Head
                text={heads.control}
                how="A measured twice in every round: the interval of the factor between the two. 1 should lie in it."
              />
              <Head
                text={heads.smallest}
                how="The least factor between two times that would be called faster or slower now."
              />
              <Head
                text={heads.verdict}
                how="The verdict on two setups that are equal: anything but faster or slower is right."
              />
              <Head
                text={heads.rounds}
                how="In a round A, B and A again are measured, in random order."
              />
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <Row key={row.name} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.clock}>
        Clock tick {view.tick}, page {view.isolation}.
      </p>
    </section>
  );
}

function Head({ text, how }: { text: string; how: string }) {
  return (
    <th scope="col">
      <Tooltip content={how} side="top">
        <span className={styles.explained}>{text}</span>
      </Tooltip>
    </th>
  );
}

function Row({ row }: { row: InstrumentRow }) {
  return (
    <tr>
      <th scope="row">
        <Tooltip content={<code>{row.sql}</code>}>
          <span className={styles.explained}>{row.name}</span>
        </Tooltip>
      </th>
      <td data-head={heads.median}>{row.median}</td>
      <td data-head={heads.control}>{row.control}</td>
      <td data-head={heads.smallest}>{row.smallest}</td>
      <td data-head={heads.verdict} data-false={row.isFalse || undefined}>
        <Tooltip content={row.verdictTip}>
          <span className={styles.explained}>{row.verdict}</span>
        </Tooltip>
      </td>
      <td data-head={heads.rounds}>{row.rounds}</td>
    </tr>
  );
}
