// What in the plans costs time, worst first, above the trees; each entry leads to its step.
// Draws what it is given; severity is a shape and a word, never a colour alone.
import { Diamond, Octagon, Triangle } from 'lucide-react';
import { useState } from 'react';
import type { FindingPlace, PlanFindingView } from '../../state/selectors/plan/findings-view.ts';
import type { PlanPlace } from '../../state/ui-store.ts';
import { Button } from '../shared/controls/Button.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import styles from './PlanFindings.module.css';

export interface PlanFindingsProps {
  findings: readonly PlanFindingView[];
  /** The step that is selected; null for none. */
  place: PlanPlace | null;
  onSelect: (place: FindingPlace) => void;
}

/** More would push the trees out of sight. */
const firstShown = 2;

export function PlanFindings({ findings, place, onSelect }: PlanFindingsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  if (findings.length === 0) {
    return <p className={styles.none}>Nothing in these plans stands out.</p>;
  }
  const shown = isWhole ? findings : findings.slice(0, firstShown);
  return (
    <section
      className={styles.findings}
      aria-label="Findings of the plans"
      data-whole={isWhole || undefined}
    >
      <ul className={styles.list}>
        {shown.map((finding) => (
          <Finding
            key={finding.id}
            finding={finding}
            place={place}
            isOpen={finding.id === openId}
            onSelect={(chosen) => {
              setOpenId(finding.id);
              onSelect(chosen);
            }}
          />
        ))}
      </ul>
      {findings.length > firstShown && (
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isWhole}
          className={styles.more}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show the worst only' : `Show all ${findings.length} findings`}
        </Button>
      )}
    </section>
  );
}

const shapes = { high: Octagon, medium: Triangle, low: Diamond };

interface FindingProps {
  finding: PlanFindingView;
  place: PlanPlace | null;
  /** Its reason is shown in full. */
  isOpen: boolean;
  onSelect: (place: FindingPlace) => void;
}

function Finding({ finding, place, isOpen, onSelect }: FindingProps) {
  const { severity, word, title, reason, places, spared } = finding;
  const Shape = shapes[severity];
  const isAt = (each: FindingPlace) =>
    place !== null && each.setupId === place.setupId && each.paths.includes(place.path);
  /** Of several steps the one behind the selected one. */
  const nextOf = (each: FindingPlace): FindingPlace => {
    const at = place && isAt(each) ? each.paths.indexOf(place.path) : -1;
    return { ...each, path: each.paths[(at + 1) % each.paths.length] ?? null };
  };
  const isSelected = places.some(isAt);
  const isWhole = isOpen || isSelected;
  const first = places[0];
  return (
    <li
      className={styles.finding}
      data-selected={isSelected || undefined}
      data-open={isWhole || undefined}
    >
      <span className={styles.severity} data-severity={severity}>
        <Shape size={13} aria-hidden="true" fill="currentColor" fillOpacity={0.2} />
        {word}
      </span>
      <span className={styles.places}>
        {places.map((each) => (
          <button
            key={each.setupId}
            type="button"
            className={styles.place}
            aria-label={placeName(title, each)}
            aria-pressed={isAt(each)}
            onClick={() => onSelect(nextOf(each))}
          >
            <SetupChip letter={each.letter} size="sm" />
            {each.paths.length > 1 && <span className={styles.times}>×{each.paths.length}</span>}
          </button>
        ))}
      </span>
      <p className={styles.words}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isWhole}
          onClick={() => first && onSelect(first)}
        >
          {title}
        </button>{' '}
        <span className={styles.reason}>
          {reason}
          {spared.length > 0 && ` Not in ${spared.join(', ')}.`}
        </span>
      </p>
    </li>
  );
}

function placeName(title: string, { letter, paths }: FindingPlace): string {
  return paths.length > 1
    ? `${title} in ${letter}, at ${paths.length} steps: show the next`
    : `${title} in ${letter}: show the step`;
}
