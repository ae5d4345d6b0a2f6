import { expect, test, vi } from 'vitest';
import { createDisturbances, type PageVisibility } from './disturbances.ts';
import { startWork } from './work.ts';

/** A page and a planner that the test hides and keeps busy. */
function createScene() {
  let isHidden = false;
  let isIdle = true;
  let calls = 0;
  const listeners = new Set<() => void>();
  const visibility: PageVisibility = {
    isHidden: () => isHidden,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
  const planner = { isIdle: () => isIdle, callCount: () => calls };
  return {
    disturbances: createDisturbances(visibility, { planner }),
    listeners,
    setHidden(hidden: boolean) {
      isHidden = hidden;
      for (const listen of [...listeners]) listen();
    },
    setIdle(idle: boolean) {
      isIdle = idle;
    },
    plan() {
      calls += 1;
    },
  };
}

test('a quiet round counts', async () => {
  const { disturbances, listeners } = createScene();
  const watched = await disturbances.watch(async () => 'measured');
  expect(watched).toEqual({ result: 'measured', disturbance: null });
  expect(listeners.size).toBe(0);
});

test('a page that was hidden for a moment disturbs the round', async () => {
  const { disturbances, setHidden } = createScene();
  const { disturbance } = await disturbances.watch(async () => {
    setHidden(true);
    setHidden(false);
  });
  expect(disturbance).toBe('hidden');
});

test('plans made at the same time disturb it, also those begun before', async () => {
  const { disturbances, plan, setIdle } = createScene();
  expect((await disturbances.watch(async () => plan())).disturbance).toBe('overlapped');
  setIdle(false);
  expect((await disturbances.watch(async () => {})).disturbance).toBe('overlapped');
});

test('a hidden page is waited for, and the wait can be stopped', async () => {
  const { disturbances, setHidden } = createScene();
  const onHidden = vi.fn();
  await disturbances.whenVisible(startWork(), onHidden);
  expect(onHidden).not.toHaveBeenCalled();
  setHidden(true);
  const waiting = disturbances.whenVisible(startWork(), onHidden);
  expect(onHidden).toHaveBeenCalledOnce();
  setHidden(false);
  await waiting;
  setHidden(true);
  const work = startWork();
  const stopped = disturbances.whenVisible(work, onHidden);
  work.stop();
  await expect(stopped).rejects.toMatchObject({ error: { code: 'stopped' } });
});
