// What in the plans of all setups costs time, worst first: what several plans share is said once.
// Pure; the findings are the engine's (engine/plan/findings).
import type { PlanFinding } from '../../../engine/model/plan/plan-finding.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { RowWeights } from '../../../engine/plan/row-weights.ts';

/** A step of a setup's plan; null when the finding is about the whole statement. */
export interface FindingPlace {
  setupId: string;
  letter: SetupLetter;
  path: string | null;
}

export interface FindingView {
  id: string;
  severity: PlanFinding['severity'];
  /** The severity in a word. */
  word: string;
  title: string;
  /** Of the setup where it is worst: figures may differ in the others. */
  reason: string;
  /** Where it is, a place for each step. */
  places: FindingPlace[];
  /** Letters of the setups whose plan is known and does not have it. */
  spared: SetupLetter[];
}

export interface SetupFindings {
  setupId: string;
  letter: SetupLetter;
  findings: readonly PlanFinding[];
}

/** From how many rows on a finding is of high severity. */
export const manyRowsChoices = [10_000, 100_000, 1_000_000] as const;
export type ManyRows = (typeof manyRowsChoices)[number];
export const defaultManyRows: ManyRows = 100_000;

/** A tenth of many rows is medium, a hundredth low; fewer are no fault. */
export function rowWeights(high: ManyRows): RowWeights {
  return { low: high / 100, medium: high / 10, high };
}

const severities: PlanFinding['severity'][] = ['high', 'medium', 'low'];
const words: Record<PlanFinding['severity'], string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** `setups`: those whose plans are known, in the bench's order. */
export function findingsView(setups: readonly SetupFindings[]): FindingView[] {
  const merged = new Map<string, FindingView & { rows: number }>();
  for (const { setupId, letter, findings } of setups) {
    for (const { kind, severity, title, reason, rows, path } of findings) {
      const id = `${kind} ${title}`;
      const place = { setupId, letter, path };
      const known = merged.get(id);
      if (!known) {
        merged.set(id, {
          ...{ id, severity, word: words[severity], title, reason, rows: rows ?? 0 },
          places: [place],
          spared: [],
        });
        continue;
      }
      known.places.push(place);
      known.rows = Math.max(known.rows, rows ?? 0);
      // As bad as in the worst setup.
      if (rankOf(severity) >= rankOf(known.severity)) continue;
      Object.assign(known, { severity, word: words[severity], reason });
    }
  }
  return [...merged.values()]
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity) || b.rows - a.rows)
    .map(({ rows: _, ...finding }) => ({
      ...finding,
      spared: setups
        .filter(({ setupId }) => finding.places.every((place) => place.setupId !== setupId))
        .map(({ letter }) => letter),
    }));
}

function rankOf(severity: PlanFinding['severity']): number {
  return severities.indexOf(severity);
}
