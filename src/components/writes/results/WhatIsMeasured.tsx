// What the lab's times are and what the browser changes about them, folded until asked for.
// Prose alone; figures stand with the results.
import styles from './results.module.css';

export function WhatIsMeasured() {
  return (
    <details className={styles.method}>
      <summary>What is measured, and what the browser changes</summary>
      <dl>
        <dt>No disk</dt>
        <dd>
          The database is an emulated file in memory, with SQLite’s default rollback journal
          (journal_mode DELETE). No fsync takes place. A transaction costs here what its locks, its
          journal and the emulated system calls cost; on a disk with fsync every COMMIT waits for
          the disk besides, so autocommit is slower still and the gain of one transaction larger.
        </dd>
        <dt>One transaction</dt>
        <dd>
          A sample is BEGIN, the writes, ROLLBACK, so that each starts from the same content. Only
          the writes are timed. COMMIT is therefore not in the times: it is measured once, on a
          copy, and told in the notes.
        </dd>
        <dt>Autocommit</dt>
        <dd>
          Every statement commits by itself and nothing can be rolled back: each sample runs on a
          fresh copy of the database, without the indexes that are off. Copying is not timed.
        </dd>
        <dt>What is in a time</dt>
        <dd>
          Everything that an application does from its rows in memory: building texts, preparing,
          binding, stepping. Making the rows is not.
        </dd>
        <dt>The first run</dt>
        <dd>
          What the first run of each technique leaves is read, outside of the time: rows, bytes and
          content. A technique that leaves other content than the baseline is not ranked. The
          browser compiles while SQLite first runs, so warm-up runs follow where they are cheap, and
          the first sample comes after them; where they are not, the first run is a sample like the
          others.
        </dd>
        <dt>Coarse clocks</dt>
        <dd>
          A run that is short beside the clock’s tick is repeated, and the sample is the mean of its
          runs, each from the same start.
        </dd>
        <dt>Rounds</dt>
        <dd>
          In a round every technique runs once in random order, and the baseline once more; ratios
          are taken within rounds. What is too slow for the time gets three rounds, and a verdict
          only if all of them agree. Continue adds rounds to those that are open; verdicts follow
          from all rounds together.
        </dd>
        <dt>Simulated latency</dt>
        <dd>
          Nothing is sent anywhere. The slider adds round trips × latency to the measured time: what
          a client would wait for that sends a statement only after the answer to the last one.
        </dd>
      </dl>
    </details>
  );
}
