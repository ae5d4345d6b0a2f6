// The view Techniques: its fields beside what its two runs found, the techniques and the batch sizes.
// Reads the state of the fields; what was found is read by its own container, so that a step of a
// run draws no field again.
import { type ReactNode, useRef } from 'react';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { useApp, useWrites } from '../../shared/app-context.tsx';
import { WhatIsMeasured } from '../results/WhatIsMeasured.tsx';
import { WritesColumns, type WritesViewProps } from '../WritesColumns.tsx';
import { LatencyField } from './LatencyField.tsx';
import { TechniquesForm } from './TechniquesForm.tsx';
import { TechniquesFound } from './TechniquesFound.tsx';

export interface TechniquesViewProps extends WritesViewProps {
  form: WritesForm;
}

export function TechniquesView({ form, sharedFields }: TechniquesViewProps): ReactNode {
  const { writes } = useApp();
  const latencyMs = useWrites(({ settings }) => settings.latencyMs);
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
            onBaselineChange={writes.setBaseline}
            onRun={() => start('techniques')}
            onMeasureBatches={() => start('batch-sizes')}
          />
        </>
      }
    >
      <LatencyField latencyMs={latencyMs} onChange={(latencyMs) => writes.set({ latencyMs })} />
      <TechniquesFound form={form} batchesFound={batchesFound} onRun={() => start('techniques')} />
      <WhatIsMeasured />
    </WritesColumns>
  );
}
