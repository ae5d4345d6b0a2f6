// The verdicts of a query as sentences, each with the way to its method and what Confirm said of it.
// Where answers differ, the button that shows the rows.
import { Check, Minus, TriangleAlert } from 'lucide-react';
import type {
  ConfirmationSentence,
  VerdictSentence,
} from '../../state/selectors/chart/verdict-sentences.ts';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { DifferingRowsButton } from './DifferingRowsButton.tsx';
import styles from './VerdictSentences.module.css';

export interface VerdictSentencesProps {
  queryId: string;
  /** Accessible name of the list. */
  label: string;
  sentences: readonly VerdictSentence[];
}

export function VerdictSentences({ queryId, label, sentences }: VerdictSentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.sentences} aria-label={label}>
      {sentences.map((sentence) => {
        const { letter, setupId, name, text, tone, isStale, methodLink, confirmation } = sentence;
        return (
          <li key={letter ?? text} data-tone={tone} data-stale={isStale || undefined}>
            {letter && <SetupChip letter={letter} size="sm" isStale={isStale} title={name} />}
            <div className={styles.said}>
              <p>
                {isStale && <b>Stale: </b>}
                {text} {methodLink && <HowLink href={methodLink} />}
              </p>
              {confirmation && <Confirmation confirmation={confirmation} />}
              {sentence.hasDifferingRows && setupId && (
                <DifferingRowsButton queryId={queryId} setupId={setupId} isStale={isStale} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function HowLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      aria-label="How this verdict is made"
      title="How this verdict is made"
      className={styles.how}
    >
      how
    </a>
  );
}

const icons = {
  confirmed: Check,
  'in-part': TriangleAlert,
  'nothing-to-confirm': Minus,
  'not-confirmed': TriangleAlert,
};

function Confirmation({ confirmation }: { confirmation: ConfirmationSentence }) {
  const { status, text, explanation } = confirmation;
  const Icon = icons[status];
  return (
    <Tooltip content={explanation} isDescription={explanation !== text}>
      <p className={styles.confirmation} data-status={status}>
        <Icon size={13} aria-hidden="true" />
        <span>{text}</span>
      </p>
    </Tooltip>
  );
}
