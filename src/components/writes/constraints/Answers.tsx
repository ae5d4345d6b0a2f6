// Both answers at a glance, above what they come from: a press leads to its section.
// Stays in sight while the sections scroll.
import styles from './Answers.module.css';

export interface Answer {
  /** 'Cost'. */
  name: string;
  /** '1.4× slower (1.3–1.5)'. */
  text: string;
  onOpen: () => void;
}

export function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <nav className={styles.answers} aria-label="Answers">
      {answers.map(({ name, text, onOpen }) => (
        <button key={name} type="button" className={styles.answer} onClick={onOpen}>
          <span className={styles.name}>{name}</span> <span className={styles.text}>{text}</span>
        </button>
      ))}
    </nav>
  );
}
