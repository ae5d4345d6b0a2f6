// What is in the figures of a run and what is not, folded until asked for.
import styles from './results.module.css';

export function Method({ sentences }: { sentences: readonly string[] }) {
  return (
    <details className={styles.method}>
      <summary>What is measured</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
