// The price of indexes in the Writes lab: its fields beside what it found. Reads the state.
import { Scale } from 'lucide-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { actionRefusals } from '../../../state/selectors/action-refusals.ts';
import { priceMarkdown } from '../../../state/selectors/writes/price/price-report.ts';
import { priceResults } from '../../../state/selectors/writes/price/price-results.ts';
import { useApp, usePlayground, useRuns, useWrites } from '../../shared/app-context.tsx';
import { EmptyState } from '../../shared/messages/EmptyState.tsx';
import { copyWritesReport, saveWriteSamples } from '../export-writes.ts';
import { RunButton } from '../fields/RunButton.tsx';
import { useWritesForm } from '../use-writes-form.ts';
import { WritesColumns, type WritesViewProps } from '../WritesColumns.tsx';
import { PriceFields } from './PriceFields.tsx';
import { PriceResultsView } from './PriceResultsView.tsx';
import { priceExplanation } from './price-explanation.ts';

export function PriceView({ sharedFields }: WritesViewProps) {
  const app = useApp();
  const { writes } = app;
  const playground = usePlayground((current) => current);
  const run = useWrites((state) => state.runs['index-price'] ?? null);
  const compared = useRuns((runs) => runs.results);
  const activity = useRuns((runs) => runs.activity);
  const form = useWritesForm();
  const shown = useDeferredValue(run);
  // Verdicts of pairs and intervals are reckoned here: once for each step of a run.
  const results = useMemo(
    () => priceResults(playground, compared, shown),
    [playground, compared, shown],
  );
  const found = useRef<HTMLElement>(null);
  const measure = () => {
    void writes.run('index-price');
    // On a phone what is found stands below the fields.
    found.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <WritesColumns
      found={found}
      fields={
        <>
          {sharedFields}
          <PriceFields form={form} onChange={writes.set} onRun={measure} />
        </>
      }
    >
      {results ? (
        <PriceResultsView
          results={results}
          refusal={form.refusals['index-price']}
          compareRefusal={actionRefusals(playground, { activity }, null).compare}
          onCompare={() => void app.compare()}
          onCount={() => void writes.count('index-price')}
          onCopy={() =>
            void copyWritesReport(app, 'price.md', (title) => priceMarkdown(title, results))
          }
          onSave={(format) => {
            if (run) saveWriteSamples(app, run, format);
          }}
        />
      ) : (
        <EmptyState
          icon={<Scale size={20} aria-hidden="true" />}
          title="Not measured yet"
          action={
            <RunButton
              label="Measure the price"
              icon={<Scale size={16} aria-hidden="true" />}
              explanation={priceExplanation}
              refusal={form.refusals['index-price']}
              onRun={measure}
            />
          }
        >
          {form.refusals['index-price'] ??
            'Measure the price writes the same rows with no index, with each alone, and with several: what every index costs an insert, an update and a delete, and from how many reads it pays.'}
        </EmptyState>
      )}
    </WritesColumns>
  );
}
