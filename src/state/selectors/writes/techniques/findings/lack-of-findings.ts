// Why a run has no sentences of what it found, and what to do. Pure.
import { formatCount } from '../../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../../writes-store.ts';
import type { Finding } from '../../run/finding.ts';
import { isRanked, type SetupContender } from '../setup-contenders.ts';
import { unrankedOf } from '../unranked.ts';
import { nothingMeasured } from './nothing-measured.ts';

/** Null while it measures, and where something measured is said. `what`: 'technique'. */
export function lackOfFindings(
  run: WritesRun,
  contenders: readonly SetupContender[],
  findings: readonly Finding[],
  what: 'technique' | 'batch size',
): string | null {
  if (run.status === 'measuring' || findings.some(({ isSimulated }) => !isSimulated)) return null;
  const measured = contenders.filter(({ samplesMs }) => samplesMs.length > 0);
  if (measured.length === 0) return nothingMeasured(run, unrankedOf(run, contenders));
  if (contenders.length < 2) return `One ${what} alone has nothing to be compared with.`;
  if (contenders.every((each) => !each.contender.isBaseline || !isRanked(each))) {
    const advice = what === 'technique' ? ' Choose another baseline.' : '';
    return `Without its baseline, which is not ranked, nothing is known of the noise, and nothing is compared.${advice}`;
  }
  if (run.status === 'stopped') return 'Stopped before there were enough runs to compare.';
  const runs = tooFewRuns(measured.map(({ samplesMs }) => samplesMs.length));
  return `${runs} too few to compare them. Choose more time, fewer rows or fewer ${what === 'technique' ? 'techniques' : 'setups'}.`;
}

/** '1 to 3 runs each are'. */
function tooFewRuns(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 1) return '1 run each is';
  return `${least === most ? '' : `${formatCount(least)} to `}${formatCount(most)} runs each are`;
}
