// The compiled program of one setup: what it touches, then its instructions.
import { useMemo } from 'react';
import type { SetupPlan } from '../../state/selectors/plan/plan-view.ts';
import { programView } from '../../state/selectors/plan/program-view.ts';
import { Fault } from '../shared/messages/Fault.tsx';
import styles from './PlanPane.module.css';
import { FactsSummary } from './program/FactsSummary.tsx';
import { ProgramView } from './program/ProgramView.tsx';

export interface ProgramPaneProps {
  setup: SetupPlan;
  queryName: string;
}

export function ProgramPane({ setup, queryName }: ProgramPaneProps) {
  const { explanation, error, letter } = setup;
  const program = useMemo(() => explanation && programView(explanation), [explanation]);
  if (!program) {
    return error ? (
      <Fault error={error} />
    ) : (
      <p className={styles.nothing}>
        The program of this plan is not known: only its lines were kept when it was measured.
      </p>
    );
  }
  return (
    <section
      className={styles.program}
      aria-label={`Bytecode, setup ${letter} ${setup.name}`}
      data-kept={setup.isKept || undefined}
    >
      {error && <Fault error={error} />}
      <FactsSummary label={`What ${queryName} touches in ${letter}`} sections={program.sections} />
      <ProgramView label={`Program of ${queryName} in ${letter}`} lines={program.lines} />
    </section>
  );
}
