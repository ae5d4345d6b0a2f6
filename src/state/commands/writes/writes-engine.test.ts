import { expect, test, vi } from 'vitest';
import type { EngineClient, EngineWorker } from '../../../client/engine-client.ts';
import type { DiscardReason } from '../../../engine/model/comparison/comparison.ts';
import { EngineFailure } from '../../../engine/model/errors.ts';
import type {
  EarlierWrites,
  OpenedWrites,
  WriteProof,
  WriteStep,
  WritesRequest,
} from '../../../engine/model/writes/writes.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { createRunsStore } from '../../runs-store.ts';
import type { WritesExperiment } from '../../writes-store.ts';
import { createWritesStore } from '../../writes-store.ts';
import { createHeldFiles } from '../imports/held-files.ts';
import type { Disturbances } from '../work/disturbances.ts';
import { startWork } from '../work/work.ts';
import { measureWrites, type WritesPart } from './measuring-writes.ts';
import { openWritesEngine } from './writes-engine.ts';
import { createWritesProgress } from './writes-progress.ts';

const opened: OpenedWrites = {
  writesId: 3,
  contenders: [],
  refused: [],
  rows: 100,
  rowsBefore: 0,
  notes: [],
  commitMs: null,
  environment: {
    tickMs: 0.1,
    isIsolated: true,
    userAgent: 'node',
    cores: 2,
    sqliteVersion: '3',
    pageSizeBytes: 4096,
    cacheSizeBytes: 0,
    hasStatistics: false,
    seed: 1,
    schemaHash: '',
    rowCounts: {},
  },
};

const request: WritesRequest = {
  kind: 'constraints',
  table: 't',
  rows: 100,
  start: 'empty',
  update: null,
  indexNames: [],
  seed: 1,
  budgetMs: 1000,
};

function step(round: number, next: 'measure' | 'done', isEmpty = false): WriteStep {
  const sample = { contenderId: 'c', round, isControl: false, elapsedMs: round, runs: 1 };
  return {
    sample: isEmpty ? null : sample,
    proof: null,
    failure: null,
    contenderId: isEmpty ? null : 'c',
    standing: { cells: {}, margins: {}, varying: [], fraction: 0, next, reason: null, notes: [] },
  };
}

/** An engine that gives these steps in turn, each disturbed or not. */
function createScene(
  steps: readonly (WriteStep | EngineFailure)[],
  reasons: (DiscardReason | null)[],
  before: WritesPart | null = null,
) {
  const asked: boolean[] = [];
  const openedWith: (WritesRequest & { earlier?: EarlierWrites })[] = [];
  let at = 0;
  const answers: Record<string, (request: never) => unknown> = {
    ensureDatabase: () => ({}),
    openWrites(request: WritesRequest & { earlier?: EarlierWrites }) {
      openedWith.push(request);
      return opened;
    },
    measureWrite({ discardLast }: { discardLast: boolean }) {
      asked.push(discardLast);
      const next = steps[Math.min(at++, steps.length - 1)];
      if (next instanceof EngineFailure) throw next;
      return next;
    },
  };
  const close = vi.fn();
  const engine = {
    close,
    call: async (operation: string, what: never) => answers[operation]?.(what),
  } as unknown as EngineWorker;
  const client = { openEngine: () => engine, quietAt: () => 0 } as unknown as EngineClient;
  const disturbances: Disturbances = {
    whenVisible: async () => {},
    watch: async (_, measure) => {
      const disturbance = reasons[at] ?? null;
      return { result: await measure(), disturbance };
    },
  };
  const runs = createRunsStore();
  const options = { runs, client, disturbances, held: createHeldFiles(), work: startWork() };
  const parts: WritesPart[] = [];
  const subject: WritesExperiment = { request, setups: [], basis: '' };
  return {
    asked,
    openedWith,
    last: () => parts.at(-1),
    measure: () =>
      measureWrites(
        openWritesEngine({ ...options, playground: emptyPlayground }),
        { subject, before, budgetMs: 500 },
        createWritesProgress(runs, createWritesStore()),
        (part) => parts.push(part),
      ),
  };
}

test('a disturbed sample is not kept, and the engine is told to leave it out', async () => {
  const steps = [step(1, 'measure'), step(2, 'measure'), step(2, 'measure'), step(3, 'done')];
  const scene = createScene(steps, [null, 'hidden', null, null]);
  await scene.measure();
  expect(scene.asked).toEqual([false, false, true, false]);
  expect(scene.last()?.samples.map(({ round }) => round)).toEqual([1, 2, 3]);
  expect(scene.last()?.standing?.next).toBe('done');
});

test('the last sample is taken again when it was disturbed', async () => {
  const steps = [step(1, 'done'), step(1, 'done')];
  const scene = createScene(steps, ['overlapped', null]);
  await scene.measure();
  expect(scene.asked).toEqual([false, true]);
  expect(scene.last()?.samples).toHaveLength(1);
});

test('a run ends when the engine gives up what is disturbed each time', async () => {
  const steps = [step(1, 'measure'), ...Array.from({ length: 7 }, () => step(2, 'done'))];
  const scene = createScene(
    [...steps, step(2, 'done', true)],
    [null, ...steps.slice(1).map(() => 'overlapped' as const)],
  );
  await scene.measure();
  expect(scene.asked).toHaveLength(9);
  expect(scene.last()?.samples.map(({ round }) => round)).toEqual([1]);
  expect(scene.last()?.standing?.next).toBe('done');
});

test('a stop after a disturbed sample leaves the standing of those that count', async () => {
  const stopped = new EngineFailure({ code: 'stopped', message: 'Stopped.' });
  const first = step(1, 'measure');
  const scene = createScene([first, step(2, 'measure'), stopped], [null, 'hidden']);
  await expect(scene.measure()).rejects.toBe(stopped);
  expect(scene.last()?.samples).toHaveLength(1);
  expect(scene.last()?.standing).toBe(first.standing);
});

test('a step without a sample cannot be disturbed', async () => {
  const scene = createScene([step(1, 'measure'), step(2, 'done', true)], [null, 'hidden']);
  await scene.measure();
  expect(scene.asked).toEqual([false, false]);
});

test('an engine that breaks leaves what there was', async () => {
  const trap = new EngineFailure({ code: 'engine-failed', message: 'The engine broke.' });
  const scene = createScene([step(1, 'measure'), step(2, 'measure'), trap], []);
  await expect(scene.measure()).rejects.toBe(trap);
  expect(scene.last()?.samples).toHaveLength(2);
});

test('a run that is continued hands on what was measured, and adds to it', async () => {
  const error = { code: 'time-limit' as const, message: 'Too long.' };
  const proof = { contentHash: 'h' } as unknown as WriteProof;
  const before: WritesPart = {
    opened,
    samples: [step(1, 'done').sample, step(2, 'done').sample].flatMap((sample) => sample ?? []),
    proofs: { c: proof },
    failures: { endless: error },
    standing: { ...step(2, 'done').standing, varying: ['g'] },
  };
  const scene = createScene([step(3, 'done')], [], before);
  await scene.measure();
  const { samples, proofs, failures } = before;
  expect(scene.openedWith).toEqual([
    { ...request, budgetMs: 500, earlier: { samples, proofs, failures, varying: ['g'] } },
  ]);
  expect(scene.last()).toMatchObject({ proofs, failures });
  expect(scene.last()?.samples.map(({ round }) => round)).toEqual([1, 2, 3]);
});

test('a run that is continued and breaks at once keeps all that there was', async () => {
  const trap = new EngineFailure({ code: 'engine-failed', message: 'The engine broke.' });
  const { sample, standing } = step(1, 'done');
  const samples = sample ? [sample] : [];
  const before = { opened, samples, proofs: {}, failures: {}, standing };
  const scene = createScene([trap], [], before);
  await expect(scene.measure()).rejects.toBe(trap);
  expect(scene.last()).toMatchObject({ samples, standing });
});
