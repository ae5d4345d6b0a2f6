import { expect, test, vi } from 'vitest';
import { createRunsStore } from '../../runs-store.ts';
import { createWorks, startWork } from './work.ts';

const stopped = { error: { code: 'stopped' } };

test('a stop ends a wait at once, and undoes its subscription', async () => {
  const work = startWork();
  const unsubscribe = vi.fn();
  const waiting = work.waitFor(() => unsubscribe);
  work.stop();
  await expect(waiting).rejects.toMatchObject(stopped);
  expect(unsubscribe).toHaveBeenCalledOnce();
  await expect(work.wait(1)).rejects.toMatchObject(stopped);
});

test('a wait ends by itself when called back', async () => {
  let callBack = () => {};
  const work = startWork();
  const waiting = work.waitFor((done) => {
    callBack = done;
    return () => {};
  });
  callBack();
  await expect(waiting).resolves.toBeUndefined();
});

test('what blocks is ended by a stop, after the time it may take to end by itself', async () => {
  const work = startWork();
  let fail = (_: Error) => {};
  const end = vi.fn(() => fail(new Error('ended')));
  const blocking = work.blocking(() => new Promise((_, reject) => (fail = reject)), end, 20);
  work.stop();
  expect(end).not.toHaveBeenCalled();
  await expect(blocking).rejects.toThrow('ended');
  expect(end).toHaveBeenCalledOnce();
});

test('what ends within its time is not ended by force, nor is what follows', async () => {
  const work = startWork();
  const end = vi.fn();
  const blocking = work.blocking(() => Promise.resolve(1), end, 10);
  work.stop();
  await expect(blocking).resolves.toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(end).not.toHaveBeenCalled();
});

test('there is one piece of work at a time, and how it ended is said', async () => {
  const runs = createRunsStore();
  const works = createWorks(runs);
  const first = works.run({ kind: 'counting', fraction: 0 }, (work) => work.wait(10_000));
  expect(await works.run({ kind: 'counting', fraction: 0 }, () => Promise.resolve())).toBe(false);
  works.current()?.stop();
  expect(await first).toBe(false);
  expect(runs.getState().activity).toEqual({ kind: 'stopped' });
  expect(works.current()).toBeNull();
});
