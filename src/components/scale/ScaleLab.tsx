// The Scale lab: its fields beside what was measured. Reads the state; its parts get props.
import { useDeferredValue, useRef } from 'react';
import { scaleForm } from '../../state/selectors/scale/scale-form.ts';
import { scaleResults, scaleResultsMarkdown } from '../../state/selectors/scale/scale-results.ts';
import { useApp, usePlayground, useRuns, useScale, useUi } from '../shared/app-context.tsx';
import { copyOrOffer } from '../shared/export/copy-out.ts';
import { ScaleFlipForm } from './ScaleFlipForm.tsx';
import styles from './ScaleLab.module.css';
import { ScaleNotMeasured } from './ScaleNotMeasured.tsx';
import { ScaleResultsView } from './ScaleResultsView.tsx';
import { ScaleSettingsForm } from './ScaleSettingsForm.tsx';

export function ScaleLab() {
  const app = useApp();
  const { scale } = app;
  const playground = usePlayground((current) => current);
  const settings = useScale((state) => state.settings);
  const run = useScale((state) => state.run);
  const inspection = useRuns((runs) => runs.inspection);
  const activity = useRuns((runs) => runs.activity);
  const selectedId = useUi((ui) => ui.queryId);
  const form = scaleForm(playground, settings, { inspection, activity }, selectedId);
  const drawn = useDeferredValue(run);
  const results = scaleResults(playground, drawn);
  const found = useRef<HTMLElement>(null);
  /** On a phone what is found stands below the fields. */
  const start = (work: () => Promise<boolean>) => {
    void work();
    found.current?.scrollIntoView({ block: 'start' });
  };
  async function copy(): Promise<void> {
    if (!drawn || !results) return;
    const text = scaleResultsMarkdown(playground.title, drawn, results);
    await copyOrOffer(app, { text, what: 'Results', fileName: 'scale.md' });
  }
  return (
    <div className={styles.lab}>
      <section className={styles.fields} aria-label="What is scaled">
        <ScaleSettingsForm
          form={form}
          onChange={scale.set}
          onMeasuredChange={scale.setMeasured}
          onRun={() => start(scale.run)}
        />
        <ScaleFlipForm
          form={form}
          onChange={(flipIds) => scale.set({ flipIds })}
          onFind={() => start(() => scale.findFlip(form.flipIds))}
        />
      </section>
      <section ref={found} className={styles.results} aria-label="What was found">
        {results ? (
          <ScaleResultsView results={results} onCopy={() => void copy()} />
        ) : (
          <ScaleNotMeasured form={form} />
        )}
      </section>
    </div>
  );
}
