// One setup's plan: whose it is, the tree of its steps, what else the statement does.
// Draws what it is given; a plan that is the baseline's is drawn in brief until asked for.
import { FoldHorizontal, UnfoldHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SetupPlan } from '../../../state/selectors/plan/plan-view.ts';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Badge } from '../../shared/labels/Badge.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { Fault } from '../../shared/messages/Fault.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './PlanColumns.module.css';
import { StepTree } from './StepTree.tsx';
import { WriteList } from './WriteList.tsx';

export interface PlanColumnProps {
  setup: SetupPlan;
  queryName: string;
  /** The one that a narrow pane shows. */
  isShown: boolean;
  /** It is the plan of the pinned comparison, too. */
  isAsPinned: boolean;
  isBrief: boolean;
  /** Null when there is no choice. */
  onBrief: ((isBrief: boolean) => void) | null;
  selected: string | null;
  selectedRow: number | null;
  onSelect: (path: string | null) => void;
  onCopyLink: (path: string) => void;
  /** In place of the tree: another format. */
  children?: ReactNode;
}

export function PlanColumn(props: PlanColumnProps) {
  const { setup, isShown, isAsPinned, isBrief, onBrief, children } = props;
  const { letter, name, isBaseline, provisional, sameAs, error, remarks } = setup;
  return (
    <section
      className={styles.plan}
      aria-label={`Setup ${letter} ${name}`}
      data-setup={letter}
      data-shown={isShown || undefined}
      data-apart={!setup.isLevel || undefined}
      data-kept={setup.isKept || undefined}
    >
      <header className={styles.header}>
        <SetupChip letter={letter} />
        <Tooltip content={name} isDescription={false}>
          <span className={styles.name}>{name}</span>
        </Tooltip>
        <span className={styles.remarks}>
          {isBaseline && <span>baseline</span>}
          {sameAs !== null && <span>same as {sameAs}</span>}
          {isAsPinned && <span>as pinned</span>}
          {provisional !== null && setup.lines.length > 0 && (
            <Tooltip content={provisional}>
              <Badge isProvisional>provisional</Badge>
            </Tooltip>
          )}
          {onBrief && children === undefined && (
            <IconButton
              size="sm"
              label={`${isBrief ? 'Explain' : 'Shorten'} the plan in ${letter}`}
              aria-expanded={!isBrief}
              icon={
                isBrief ? (
                  <UnfoldHorizontal size={14} aria-hidden="true" />
                ) : (
                  <FoldHorizontal size={14} aria-hidden="true" />
                )
              }
              onClick={() => onBrief(!isBrief)}
            />
          )}
        </span>
      </header>
      {children ?? (
        <>
          {error && <Fault error={error} className={styles.fault} />}
          <Body {...props} />
          <footer className={styles.foot}>
            {remarks.map(({ text, explanation }) => (
              <p key={text} className={styles.remark}>
                {text} <span className={styles.why}>{explanation}</span>
              </p>
            ))}
            {setup.writes && <WriteList writes={setup.writes} />}
          </footer>
        </>
      )}
    </section>
  );
}

function Body(props: PlanColumnProps) {
  const { setup, queryName, isBrief } = props;
  if (setup.lines.length === 0) {
    return setup.nothing === null ? null : <p className={styles.nothing}>{setup.nothing}</p>;
  }
  return (
    <StepTree
      label={`Plan of ${queryName} in ${setup.letter}`}
      lines={setup.lines}
      isBrief={isBrief}
      selected={props.selected}
      selectedRow={setup.isLevel ? props.selectedRow : null}
      onSelect={props.onSelect}
      onCopyLink={props.onCopyLink}
    />
  );
}
