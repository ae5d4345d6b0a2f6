// Beside a run that the fields have moved on from: with which it was measured. Reads the fields.
// Keeps away from the words: the selector makes them.
import { useMemo } from 'react';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import { writesExperiment } from '../../../state/selectors/writes/form/writes-request.ts';
import { otherFields } from '../../../state/selectors/writes/run/other-fields.ts';
import { usePlayground, useRuns, useWrites } from '../../shared/app-context.tsx';
import styles from './results.module.css';

export interface OtherFieldsProps {
  kind: WritesKind;
  /** The button that measures again: "Run writes". */
  again: string;
}

/** The fields say what they say while the engine is at work, too. */
const activity = { kind: 'ready' } as const;

export function OtherFields({ kind, again }: OtherFieldsProps) {
  const playground = usePlayground((whole) => whole);
  const subject = useWrites(({ runs }) => runs[kind]?.subject ?? null);
  const settings = useWrites((state) => state.settings);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  const words = useMemo(() => {
    const facts = { inspection, database, activity };
    const now = writesExperiment(kind, playground, settings, facts);
    return subject && otherFields(subject, now, again);
  }, [kind, again, playground, subject, settings, inspection, database]);
  return words && <p className={styles.hint}>{words}</p>;
}
