// A measured figure in a table: time and interval, verdict and interval, difference; how they were
// obtained is explained on hover and focus. Knows no run.
import { Explained } from '../../shared/labels/Explained.tsx';
import styles from './FigureCell.module.css';

export interface FigureCellProps {
  figure: {
    time: string;
    interval: string;
    tip: string;
    headline: string;
    ratio: string;
    tone: 'slower' | 'faster' | 'plain';
    sentence: string;
    extra?: string | undefined;
    /** Counted, not timed. */
    work?: { text: string; explanation: string } | null | undefined;
  };
}

export function FigureCell({ figure }: FigureCellProps) {
  const { time, interval, tip, headline, ratio, tone, sentence, extra = '', work } = figure;
  const told = [tip, sentence === tip ? '' : sentence, work?.explanation ?? ''];
  return (
    <Explained content={told.filter(Boolean).join(' ')} className={styles.figure}>
      <span className={styles.line}>
        <span className={styles.time}>{time}</span>
        {interval && <span className={styles.dim}> {interval}</span>}
      </span>{' '}
      {headline && (
        <span className={styles.line}>
          <span className={styles.verdict} data-tone={tone}>
            {headline}
          </span>
          {ratio && <span className={styles.dim}> {ratio}</span>}
        </span>
      )}{' '}
      {extra && <span className={styles.extra}>{extra}</span>}{' '}
      {work && <span className={styles.work}>{work.text}</span>}
    </Explained>
  );
}
