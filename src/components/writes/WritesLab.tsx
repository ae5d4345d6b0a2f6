// The Writes lab: three experiments on the same table, one at a time. Reads the state for the frame;
// each view reads for itself what it needs besides the shared fields.
import type { WritesView } from '../../state/writes-store.ts';
import { useApp, useWrites } from '../shared/app-context.tsx';
import {
  type Segment,
  Segmented,
  SegmentedPanel,
  SegmentedRoot,
} from '../shared/controls/Segmented.tsx';
import { ConstraintsView } from './constraints/ConstraintsView.tsx';
import { SharedFields } from './fields/SharedFields.tsx';
import { PriceView } from './price/PriceView.tsx';
import { TechniquesView } from './techniques/TechniquesView.tsx';
import { useWritesForm } from './use-writes-form.ts';
import styles from './WritesLab.module.css';

const views: readonly Segment<WritesView>[] = [
  { id: 'techniques', label: 'Techniques' },
  { id: 'index-price', label: 'Price of indexes' },
  { id: 'constraints', label: 'Constraints' },
];

export function WritesLab() {
  const { writes } = useApp();
  const view = useWrites((state) => state.settings.view);
  const form = useWritesForm();
  const sharedFields = (
    <SharedFields
      form={form}
      hasSetups={view === 'techniques'}
      onChange={writes.set}
      onMeasuredChange={writes.setMeasured}
    />
  );
  return (
    <SegmentedRoot
      value={view}
      onValueChange={(next: WritesView) => writes.set({ view: next })}
      className={styles.lab}
    >
      <div className={styles.views}>
        <Segmented label="Experiment" segments={views} />
      </div>
      <SegmentedPanel id="techniques" className={styles.view}>
        <TechniquesView form={form} sharedFields={sharedFields} />
      </SegmentedPanel>
      <SegmentedPanel id="index-price" className={styles.view}>
        <PriceView sharedFields={sharedFields} />
      </SegmentedPanel>
      <SegmentedPanel id="constraints" className={styles.view}>
        <ConstraintsView sharedFields={sharedFields} />
      </SegmentedPanel>
    </SegmentedRoot>
  );
}
