// The compiled program of one setup: what it touches, then its instructions.
import { ChevronRight } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
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

/** A Tab stop, so that keys can scroll it. */
const scrolled = { tabIndex: 0, role: 'group', 'aria-label': 'What it reads and writes' } as const;

export function ProgramPane({ setup, queryName }: ProgramPaneProps) {
  const { explanation, error, letter } = setup;
  const [areFactsOpen, setAreFactsOpen] = useState(false);
  const factsId = useId();
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
      <div className={styles.parts}>
        {/* Where they do not fit beside the program, they wait until they are asked for. */}
        <div className={styles.facts} data-open={areFactsOpen || undefined}>
          <button
            type="button"
            className={styles.factsToggle}
            aria-expanded={areFactsOpen}
            aria-controls={factsId}
            onClick={() => setAreFactsOpen(!areFactsOpen)}
          >
            <ChevronRight size={14} aria-hidden="true" />
            What it reads and writes
          </button>
          <div id={factsId} {...scrolled} className={styles.factsTable}>
            <FactsSummary
              label={`What ${queryName} touches in ${letter}`}
              sections={program.sections}
            />
          </div>
        </div>
        <ProgramView label={`Program of ${queryName} in ${letter}`} lines={program.lines} />
      </div>
    </section>
  );
}
