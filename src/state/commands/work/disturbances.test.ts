import { expect, test, vi } from 'vitest';
import { createDisturbances, type PageVisibility } from './disturbances.ts';
import { startWork } from './work.ts';

/** A page that the test hides and another worker that it keeps busy. */
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
  const client = { besides: () => ({ isIdle, calls }) };
  return {
    disturbances: createDisturbances(visibility, client),
    listeners,
    setHidden(hidden: boolean) {
      isHidden = hidden;
      for (const listen of [...listeners]) listen();
    },
    setIdle(idle: boolean) {
      isIdle = idle;
    },
    work() {
      calls += 1;
    },
  };
}

test('a quiet round counts', async () => {
  const { disturbances, listeners } = createScene();
  const watched = await disturbances.watch(null, async () => 'measured');
  expect(watched).toEqual({ result: 'measured', disturbance: null });
  expect(listeners.size).toBe(0);
});

test('a page that was hidden for a moment disturbs the round', async () => {
  const { disturbances, setHidden } = createScene();
  const { disturbance } = await disturbances.watch(null, async () => {
    setHidden(true);
    setHidden(false);
  });
  expect(disturbance).toBe('hidden');
});

test('work of another worker at the same time disturbs it, also those begun before', async () => {
  const { disturbances, work, setIdle } = createScene();
  expect((await disturbances.watch(null, async () => work())).disturbance).toBe('overlapped');
  setIdle(false);
  expect((await disturbances.watch(null, async () => {})).disturbance).toBe('overlapped');
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
