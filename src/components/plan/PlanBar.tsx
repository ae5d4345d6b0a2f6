// Above the plans: which setup (where only one is shown), in which format, counting, copying.
import { CircleQuestionMark, Copy, Sigma } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { PlanFormat } from '../../state/ui-store.ts';
import { Button } from '../shared/controls/Button.tsx';
import { type RadioChoice, RadioStrip } from '../shared/controls/RadioStrip.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './PlanBar.module.css';

export interface PlanBarProps {
  setups: readonly { setupId: string; letter: SetupLetter; name: string }[];
  shownId: string;
  onShow: (setupId: string) => void;
  format: PlanFormat;
  onFormat: (format: PlanFormat) => void;
  counting: CountingProps | null;
  /** Null when there is nothing to copy. */
  onCopy: (() => void) | null;
  /** Null when no pinned plan differs. */
  pinned: { isHidden: boolean; onToggle: () => void } | null;
  /** Of the format: before the actions. */
  children?: ReactNode;
}

export interface CountingProps {
  label: string;
  /** What it does, or why it cannot be done now. */
  explanation: string;
  isBusy: boolean;
  isRefused: boolean;
  onCount: () => void;
}

const formats: readonly RadioChoice<PlanFormat>[] = [
  {
    value: 'tree',
    label: 'Tree',
    title: 'The steps of each plan in plain English; what differs from setup A is marked.',
  },
  {
    value: 'text',
    label: 'Text',
    title:
      'The rows of EXPLAIN QUERY PLAN as SQLite gives them. The numbers under cost are its own estimate per step, on a logarithmic scale.',
  },
  {
    value: 'program',
    label: 'Bytecode',
    title: 'The instructions that SQLite compiled the statement to, from EXPLAIN.',
  },
];

export function PlanBar(props: PlanBarProps) {
  const { setups, shownId, onShow, format, onFormat, counting, onCopy, pinned, children } = props;
  return (
    <div className={styles.bar}>
      <div className={styles.switcher} data-always={format === 'program' || undefined}>
        <Select
          label="Plan in"
          size="sm"
          value={shownId}
          options={setups.map(({ setupId, name, letter }) => ({
            value: setupId,
            label: name,
            setup: letter,
          }))}
          onChange={onShow}
        />
      </div>
      <RadioStrip
        label="Format of the plans"
        value={format}
        choices={formats}
        onChange={onFormat}
      />
      <div className={styles.actions}>
        {children}
        {pinned && (
          <Button size="sm" variant="ghost" onClick={pinned.onToggle}>
            {pinned.isHidden ? 'Show pinned plans' : 'Hide pinned plans'}
          </Button>
        )}
        {counting && (
          <Tooltip content={counting.explanation}>
            <Button
              size="sm"
              icon={<Sigma size={14} aria-hidden="true" />}
              isBusy={counting.isBusy}
              disabled={counting.isRefused}
              focusableWhenDisabled
              onClick={counting.onCount}
            >
              {counting.label}
            </Button>
          </Tooltip>
        )}
        {onCopy && (
          <Tooltip content="The plans of all setups, what differs, and the counted work: text for an issue or a chat.">
            <Button
              size="sm"
              variant="ghost"
              icon={<Copy size={14} aria-hidden="true" />}
              onClick={onCopy}
            >
              Copy plans as Markdown
            </Button>
          </Tooltip>
        )}
        <Tooltip content="How plans are read" isDescription={false}>
          <a
            href="plans.html"
            target="_blank"
            rel="noopener"
            aria-label="How plans are read"
            className={styles.help}
          >
            <CircleQuestionMark size={14} aria-hidden="true" />
          </a>
        </Tooltip>
      </div>
    </div>
  );
}
