// All samples of a run of writes as a file. Pure.
import { writeSamplesCsv, writeSamplesJson } from '../../../../report/write-samples.ts';
import type { WritesRun } from '../../../writes-store.ts';

/** A file of all samples of the run. */
export function writesSamplesFile(
  run: WritesRun,
  format: 'csv' | 'json',
): { name: string; text: string } {
  const { request, setups } = run.subject;
  const measured = {
    ...run,
    request,
    groupNames: Object.fromEntries(setups.map(({ id, letter, name }) => [id, `${letter} ${name}`])),
  };
  const name = `writes-${request.kind}.${format}`;
  if (format === 'csv') return { name, text: writeSamplesCsv(measured) };
  const { groupNames, opened, samples, proofs, failures, standing, counts } = measured;
  return {
    name,
    text: writeSamplesJson({
      request,
      groupNames,
      opened,
      samples,
      proofs,
      failures,
      standing,
      counts,
    }),
  };
}
