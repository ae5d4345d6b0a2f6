// Which lines of a plan are drawn: what is inside closed steps is not, and of many steps beside each
// other only the first, with a line for the others. Pure; who holds what is closed stands elsewhere.
import { formatCount } from '../../../../lib/format/format-count.ts';
import type { StepLine } from './step-line.ts';

export interface Folds {
  /** StepLine.id of the steps whose branches are closed. */
  closed: ReadonlySet<string>;
  /** By fold: how many lines it shows beyond the first. */
  shown: ReadonlyMap<string, number>;
}

export const nothingFolded: Folds = { closed: new Set(), shown: new Map() };

export type VisibleLine = VisibleStep | FoldedLines;

export interface VisibleStep {
  kind: 'step';
  id: string;
  level: number;
  /** Null for a step without steps inside it. */
  isOpen: boolean | null;
  line: StepLine;
}

/** Stands for the lines that are left out. */
export interface FoldedLines {
  kind: 'more';
  id: string;
  level: number;
  isOpen: false;
  /** Row of the common grid of the first that is left out. */
  row: number;
  /** Which fold shows more when asked: key of Folds.shown. */
  fold: string;
  /** "488 more like this". */
  text: string;
}

/** Steps of one branch: the arms of an OR or a UNION come in hundreds. */
const firstSteps = 10;
/** Lines of a whole plan; drawing thousands takes seconds. */
const firstLines = 150;
/** More with each press. */
const nextLines = 100;
const wholePlan = 'the plan';

export function visibleLines(lines: readonly StepLine[], folds: Folds): VisibleLine[] {
  const all = unfoldedLines(lines, folds);
  const most = firstLines + (folds.shown.get(wholePlan) ?? 0);
  const first = all[most];
  if (!first || all.length === most + 1) return all;
  const text = `${formatCount(all.length - most)} more lines`;
  return [...all.slice(0, most), moreLines(wholePlan, 1, rowOf(first), text)];
}

function unfoldedLines(lines: readonly StepLine[], { closed, shown }: Folds): VisibleLine[] {
  const visible: VisibleLine[] = [];
  /** Lines of at least this level are left out, until one stands further left. */
  let hiddenFrom = Number.POSITIVE_INFINITY;
  for (const { line, index, parent } of withParents(lines)) {
    if (line.level >= hiddenFrom) continue;
    hiddenFrom = Number.POSITIVE_INFINITY;
    const { id, level, position, siblings } = line;
    const most = firstSteps + (shown.get(parent) ?? 0);
    // A line for one that is left out would take its place.
    if (position === most + 1 && siblings > position) {
      const others = lines.slice(index).filter((each) => each.level === level);
      const isAlike = others
        .slice(0, siblings - most)
        .every(({ text }) => firstWord(text) === firstWord(line.text));
      const text = `${formatCount(siblings - most)} more ${isAlike ? 'like this' : 'steps'}`;
      visible.push(moreLines(parent, level, line.row, text));
      hiddenFrom = level;
      continue;
    }
    const isOpen = line.hasChildren ? !closed.has(id) : null;
    if (isOpen === false) hiddenFrom = level + 1;
    visible.push({ kind: 'step', id, level, isOpen, line });
  }
  return visible;
}

/** `folds` with the branch of a step closed, or open. */
export function withBranch(folds: Folds, id: string, isOpen: boolean): Folds {
  const closed = new Set(folds.closed);
  if (isOpen) closed.delete(id);
  else closed.add(id);
  return { ...folds, closed };
}

/** `folds` with more of what a FoldedLines stands for. */
export function withMore({ closed, shown }: Folds, fold: string): Folds {
  return { closed, shown: new Map(shown).set(fold, (shown.get(fold) ?? 0) + nextLines) };
}

/** `folds` opened as far as it takes to see a line; the same object when it is seen. */
export function openedTo(folds: Folds, lines: readonly StepLine[], id: string): Folds {
  const places = new Map(withParents(lines).map((place) => [place.line.id, place]));
  let opened = folds;
  for (let place = places.get(id); place; place = places.get(place.parent)) {
    const { parent, line } = place;
    if (opened.closed.has(parent)) opened = withBranch(opened, parent, true);
    opened = withAtLeast(opened, parent, line.position - firstSteps);
  }
  const at = unfoldedLines(lines, opened).findIndex((line) => line.id === id);
  return withAtLeast(opened, wholePlan, at + 1 - firstLines);
}

function withAtLeast(folds: Folds, fold: string, count: number): Folds {
  if (count <= (folds.shown.get(fold) ?? 0)) return folds;
  return { ...folds, shown: new Map(folds.shown).set(fold, count) };
}

/** With the id of the step that each stands in; of roots that is no step. */
function withParents(lines: readonly StepLine[]) {
  const above: string[] = [];
  return lines.map((line, index) => {
    above.length = Math.min(above.length, line.level - 1);
    const parent = above.at(-1) ?? 'roots';
    above.push(line.id);
    return { line, index, parent };
  });
}

function moreLines(fold: string, level: number, row: number, text: string): FoldedLines {
  return { kind: 'more', id: `more of ${fold}`, level, isOpen: false, row, fold, text };
}

function rowOf(visible: VisibleLine): number {
  return visible.kind === 'step' ? visible.line.row : visible.row;
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}
