// What in the plans of all setups costs time, worst first: what several plans share is said once.
// Pure; the findings are the engine's (engine/plan/findings).
import type { PlanFinding } from '../../../engine/model/plan/plan-finding.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { bySeverity, compareSeverity } from '../../../engine/plan/findings/severity.ts';
import { defaultManyRows } from '../../../engine/plan/row-weights.ts';

/** Where a setup's plan has a finding. */
export interface FindingPlace {
  setupId: string;
  letter: SetupLetter;
  /** The first step that it is about; null for the whole statement. */
  path: string | null;
  /** All of them, the first included. */
  paths: readonly (string | null)[];
}

export interface PlanFindingView {
  id: string;
  severity: PlanFinding['severity'];
  /** The severity in a word. */
  word: string;
  title: string;
  /** Of the setup where it is worst: figures may differ in the others. */
  reason: string;
  /** One for each setup that has it. */
  places: readonly FindingPlace[];
  /** Letters of the setups whose plan is known and does not have it. */
  spared: SetupLetter[];
}

export interface SetupFindings {
  setupId: string;
  letter: SetupLetter;
  findings: readonly PlanFinding[];
}

/** From how many rows on a finding is of high severity. */
export const manyRowsChoices = [10_000, defaultManyRows, 1_000_000] as const;
export type ManyRows = (typeof manyRowsChoices)[number];
export { defaultManyRows };

const words: Record<PlanFinding['severity'], string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** `setups`: those whose plans are known, in the bench's order. */
export function findingsView(setups: readonly SetupFindings[]): PlanFindingView[] {
  const merged = new Map<string, PlanFindingView & { rows: number }>();
  for (const { setupId, letter, findings } of setups) {
    for (const { kind, severity, title, reason, rows, path } of findings) {
      const id = `${kind} ${title}`;
      const place = { setupId, letter, path, paths: [path] };
      const known = merged.get(id);
      if (!known) {
        merged.set(id, {
          id,
          severity,
          word: words[severity],
          title,
          reason,
          rows: rows ?? 0,
          places: [place],
          spared: [],
        });
        continue;
      }
      known.places = withPlace(known.places, place);
      known.rows = Math.max(known.rows, rows ?? 0);
      // As bad as in the worst setup.
      if (compareSeverity(severity, known.severity) >= 0) continue;
      Object.assign(known, { severity, word: words[severity], reason });
    }
  }
  return [...merged.values()].sort(bySeverity).map(({ rows: _, ...finding }) => ({
    ...finding,
    spared: setups
      .filter(({ setupId }) => finding.places.every((place) => place.setupId !== setupId))
      .map(({ letter }) => letter),
  }));
}

function withPlace(places: readonly FindingPlace[], more: FindingPlace): FindingPlace[] {
  const own = places.find(({ setupId }) => setupId === more.setupId);
  if (!own) return [...places, more];
  const whole = { ...own, paths: [...own.paths, ...more.paths] };
  return places.map((place) => (place === own ? whole : place));
}
