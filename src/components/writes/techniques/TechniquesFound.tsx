// What the two runs of the view Techniques found. Reads the runs; its parts get props.
// Drawn at leisure: a step of a run gives way to what the user does.
import { memo, type RefObject, useDeferredValue, useMemo } from 'react';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { writesBatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import { writesTechniqueResults } from '../../../state/selectors/writes/techniques/technique-results.ts';
import {
  batchMarkdown,
  techniquesMarkdown,
} from '../../../state/selectors/writes/techniques/writes-report.ts';
import { useApp, usePlayground, useWrites } from '../../shared/app-context.tsx';
import { copyWritesReport, saveWriteSamples } from '../export-writes.ts';
import { BatchResultsView } from './BatchResultsView.tsx';
import { TechniqueResultsView } from './TechniqueResultsView.tsx';
import { TechniquesNotMeasured } from './TechniquesNotMeasured.tsx';
import styles from './techniques.module.css';

export interface TechniquesFoundProps {
  form: WritesForm;
  /** The view scrolls to it when batch sizes are measured. */
  batchesFound: RefObject<HTMLDivElement | null>;
  onRun: () => void;
}

export const TechniquesFound = memo(function TechniquesFound({
  form,
  batchesFound,
  onRun,
}: TechniquesFoundProps) {
  const app = useApp();
  const playground = usePlayground((current) => current);
  const latencyMs = useDeferredValue(useWrites(({ settings }) => settings.latencyMs));
  const run = useDeferredValue(useWrites(({ runs }) => runs.techniques ?? null));
  const batchRun = useDeferredValue(useWrites(({ runs }) => runs['batch-sizes'] ?? null));
  // Verdicts of pairs are reckoned here: once for each step of a run.
  const techniques = useMemo(
    () => writesTechniqueResults(playground, run, { latencyMs }),
    [playground, run, latencyMs],
  );
  const batches = useMemo(
    () => writesBatchResults(playground, batchRun, { latencyMs }),
    [playground, batchRun, latencyMs],
  );
  return (
    <>
      {techniques && (
        <TechniqueResultsView
          results={techniques}
          refusal={form.refusals.techniques}
          onCount={() => void app.writes.count('techniques')}
          onCopy={() =>
            void copyWritesReport(app, 'writes.md', (title) =>
              techniquesMarkdown(title, techniques),
            )
          }
          onSave={(format) => {
            if (run) saveWriteSamples(app, run, format);
          }}
        />
      )}
      {!techniques && !batches && <TechniquesNotMeasured form={form} onRun={onRun} />}
      <div ref={batchesFound} className={styles.batches}>
        {batches && (
          <BatchResultsView
            results={batches}
            latencyMs={latencyMs}
            refusal={form.refusals['batch-sizes']}
            onCount={() => void app.writes.count('batch-sizes')}
            onCopy={() =>
              void copyWritesReport(app, 'batch-sizes.md', (title) => batchMarkdown(title, batches))
            }
            onSave={(format) => {
              if (batchRun) saveWriteSamples(app, batchRun, format);
            }}
          />
        )}
      </div>
    </>
  );
});
