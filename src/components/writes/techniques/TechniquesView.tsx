// The view Techniques: its fields beside what its two runs found, the techniques and the batch sizes.
// Reads the state; its parts get props.
import { type ReactNode, useDeferredValue, useRef } from 'react';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { writesBatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import { writesTechniqueResults } from '../../../state/selectors/writes/techniques/technique-results.ts';
import { useApp, usePlayground, useWrites } from '../../shared/app-context.tsx';
import { WhatIsMeasured } from '../results/WhatIsMeasured.tsx';
import { WritesColumns, type WritesViewProps } from '../WritesColumns.tsx';
import { BatchResultsView } from './BatchResultsView.tsx';
import { copyBatchMarkdown, copyTechniquesMarkdown, saveWriteSamples } from './export-writes.ts';
import { LatencyField } from './LatencyField.tsx';
import { TechniqueResultsView } from './TechniqueResultsView.tsx';
import { TechniquesForm } from './TechniquesForm.tsx';
import { TechniquesNotMeasured } from './TechniquesNotMeasured.tsx';

export interface TechniquesViewProps extends WritesViewProps {
  form: WritesForm;
}

export function TechniquesView({ form, sharedFields }: TechniquesViewProps): ReactNode {
  const app = useApp();
  const { writes } = app;
  const playground = usePlayground((current) => current);
  const settings = useWrites((state) => state.settings);
  const techniquesRun = useDeferredValue(useWrites((state) => state.runs.techniques ?? null));
  const batchRun = useDeferredValue(useWrites((state) => state.runs['batch-sizes'] ?? null));
  const techniques = writesTechniqueResults(playground, techniquesRun, settings);
  const batches = writesBatchResults(playground, batchRun, settings);
  const found = useRef<HTMLElement>(null);
  const batchesFound = useRef<HTMLDivElement>(null);
  /** On a phone what is found stands below the fields, and batch sizes below the techniques. */
  function start(kind: WritesKind): void {
    void writes.run(kind);
    const target = kind === 'batch-sizes' ? batchesFound : found;
    target.current?.scrollIntoView({ block: 'start' });
  }
  return (
    <WritesColumns
      found={found}
      fields={
        <>
          {sharedFields}
          <TechniquesForm
            form={form}
            onChange={writes.set}
            onTechniqueChange={writes.setTechnique}
            onBaselineChange={(id) => {
              const chosen = form.baselines.find(({ value }) => value === id);
              if (!chosen) return;
              writes.set({ baselines: { ...settings.baselines, [form.operation]: chosen.value } });
            }}
            onRun={() => start('techniques')}
            onMeasureBatches={() => start('batch-sizes')}
          />
        </>
      }
    >
      <LatencyField
        latencyMs={settings.latencyMs}
        onChange={(latencyMs) => writes.set({ latencyMs })}
      />
      {techniques && (
        <TechniqueResultsView
          results={techniques}
          onCount={() => void writes.count()}
          onCopy={() => void copyTechniquesMarkdown(app, techniques)}
          onSave={(format) => {
            if (techniquesRun) saveWriteSamples(app, techniquesRun, format);
          }}
        />
      )}
      {!techniques && !batches && <TechniquesNotMeasured form={form} />}
      <div ref={batchesFound}>
        {batches && (
          <BatchResultsView
            results={batches}
            latencyMs={settings.latencyMs}
            onCopy={() => void copyBatchMarkdown(app, batches)}
            onSave={(format) => {
              if (batchRun) saveWriteSamples(app, batchRun, format);
            }}
          />
        )}
      </div>
      <WhatIsMeasured />
    </WritesColumns>
  );
}
