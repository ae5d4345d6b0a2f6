// How a query was measured, in small print: rounds, why they ended, clock, control, machine.
import { comparisonSummary, machineParts } from '../../state/selectors/chart/comparison-summary.ts';
import type { QueryDetail } from '../../state/selectors/chart/query-detail.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './MeasuringFacts.module.css';

export function MeasuringFacts({ detail }: { detail: QueryDetail }) {
  return (
    <div className={styles.facts}>
      <ul aria-label={`How ${detail.name} was measured`}>
        {comparisonSummary(detail).map(({ id, text, explanation }) => (
          <li key={id}>
            <Explained content={explanation} side="top">
              {text}
            </Explained>
          </li>
        ))}
      </ul>
      {detail.environment && (
        <ul aria-label="Where it was measured">
          {machineParts(detail.environment).map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
