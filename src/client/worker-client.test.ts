import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineFailure } from '../engine/model/errors.ts';
import type { Operation, RequestMessage } from '../workers/protocol.ts';
import { type Handlers, type Port, serve } from '../workers/serve.ts';
import { createWorkerClient, type WorkerLike } from './worker-client.ts';

interface TestOperations {
  add: Operation<{ a: number; b: number }, number>;
  count: Operation<{ to: number }, string, number>;
  fail: Operation<Record<string, never>, never>;
  never: Operation<Record<string, never>, never>;
  wait: Operation<{ ms: number }, string>;
  trap: Operation<Record<string, never>, never>;
  size: Operation<{ image: ArrayBuffer; note: string }, number>;
}

const handlers: Handlers<TestOperations> = {
  add: ({ a, b }) => a + b,
  size: ({ image }) => image.byteLength,
  count: ({ to }, report) => {
    for (let step = 1; step <= to; step++) report(step / to);
    return 'counted';
  },
  fail: () => {
    throw new EngineFailure({ code: 'sql-invalid', message: 'no such table: t' });
  },
  never: () => new Promise<never>(() => {}),
  wait: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve('waited'), ms)),
  trap: () => {
    throw new WebAssembly.RuntimeError('memory access out of bounds');
  },
};

const ports: NodePort[] = [];
let spawned = 0;

/** A MessageChannel dressed as a worker: its far end serves the handlers. */
function spawn(): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  spawned++;
  const far: Port = {
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (_, listener) => port2.on('message', (data) => listener({ data } as never)),
  };
  serve(far, Promise.resolve(handlers));
  return {
    postMessage: (message: RequestMessage, transfer) => port1.postMessage(message, transfer),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') port1.on('message', (data) => listener({ data } as never));
    },
    terminate: () => port1.close(),
  };
}

afterEach(() => {
  for (const port of ports) port.close();
  ports.length = 0;
  spawned = 0;
});

describe('a worker client over a channel', () => {
  it('answers calls, each with its own response', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    const answers = [1, 2, 3].map((a) => client.call('add', { a, b: 10 }));
    expect(await Promise.all(answers)).toEqual([11, 12, 13]);
  });

  it('reports progress before the answer', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    const seen: number[] = [];
    const answer = await client.call('count', { to: 4 }, { onProgress: (part) => seen.push(part) });
    expect(answer).toBe('counted');
    expect(seen).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('moves the buffers of a request instead of copying them', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    const image = new ArrayBuffer(1000);
    expect(await client.call('size', { image, note: 'an image' })).toBe(1000);
    expect(image.byteLength).toBe(0);
  });

  it('gives errors as data with their code', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    await expect(client.call('fail', {})).rejects.toMatchObject({
      error: { code: 'sql-invalid', message: 'no such table: t' },
    });
    expect(await client.call('add', { a: 1, b: 1 })).toBe(2);
  });

  it('names an operation that the worker does not have', async () => {
    const client = createWorkerClient<Record<string, Operation<unknown, unknown>>>(spawn);
    await expect(client.call('toString', {})).rejects.toMatchObject({
      error: { code: 'engine-failed', message: 'The worker has no operation "toString".' },
    });
  });

  it('ends open calls on restart, and answers with a new worker', async () => {
    let restarts = 0;
    const client = createWorkerClient<TestOperations>(spawn, () => restarts++);
    const endless = client.call('never', {});
    const waiting = client.call('add', { a: 1, b: 1 });
    client.restart({ code: 'stopped', message: 'Stopped.' });
    await expect(endless).rejects.toMatchObject({ error: { code: 'stopped' } });
    await expect(waiting).rejects.toMatchObject({ error: { code: 'stopped' } });
    expect(await client.call('add', { a: 2, b: 3 })).toBe(5);
    expect([spawned, restarts]).toEqual([2, 1]);
  });

  it('replaces a worker whose engine broke; what waited behind fails with the same error', async () => {
    let restarts = 0;
    const client = createWorkerClient<TestOperations>(spawn, () => restarts++);
    await client.call('add', { a: 1, b: 1 });
    const broken = client.call('trap', {});
    const waiting = client.call('never', {});
    const error = {
      code: 'engine-failed',
      message: 'The engine stopped working: memory access out of bounds.',
    };
    await expect(broken).rejects.toMatchObject({ error });
    await expect(waiting).rejects.toMatchObject({ error });
    expect(await client.call('add', { a: 2, b: 3 })).toBe(5);
    expect([spawned, restarts]).toEqual([2, 1]);
  });

  it('does not restore for ever an engine that breaks at being restored', async () => {
    const client = createWorkerClient<TestOperations>(spawn, () => {
      client.call('trap', {}).catch(() => {});
    });
    await client.call('add', { a: 1, b: 1 });
    await expect(client.call('trap', {})).rejects.toThrow('stopped working');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(spawned).toBe(2);
    expect(await client.call('add', { a: 2, b: 3 })).toBe(5);
    expect(spawned).toBe(3);
  });

  it('does not start a worker again and again that cannot start', async () => {
    let started = 0;
    const client = createWorkerClient<TestOperations>(() => {
      started++;
      let fail = () => {};
      return {
        addEventListener(type: string, listener: (event: never) => void) {
          if (type === 'error') fail = () => listener({ message: 'not found' } as never);
        },
        postMessage: () => fail(),
        terminate: () => {},
      };
    });
    const first = client.call('add', { a: 1, b: 1 });
    await expect(first).rejects.toMatchObject({
      error: { message: 'The engine could not be loaded: not found.' },
    });
    expect(started).toBe(1);
    await expect(client.call('add', { a: 1, b: 1 })).rejects.toThrow();
    expect(started).toBe(2);
  });

  it('says until when the thread of an interrupted worker burns a core', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    await client.call('add', { a: 1, b: 1 });
    expect(client.quietAt()).toBe(0);
    client.call('never', {}).catch(() => {});
    client.restart({ code: 'stopped', message: 'Stopped.' });
    expect(client.quietAt()).toBeGreaterThan(performance.now());
  });

  it('ends a call over its time limit and goes on', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    await expect(client.call('never', {}, { timeoutMs: 20 })).rejects.toMatchObject({
      error: { code: 'time-limit', hint: expect.stringContaining('try again') },
    });
    expect(await client.call('add', { a: 2, b: 2 })).toBe(4);
  });

  it('gives a call its time only once those before it are answered', async () => {
    const client = createWorkerClient<TestOperations>(spawn);
    await client.call('add', { a: 1, b: 1 });
    const slow = client.call('wait', { ms: 120 }, { timeoutMs: 5000 });
    const behind = client.call('add', { a: 2, b: 3 }, { timeoutMs: 40 });
    expect(await Promise.all([slow, behind])).toEqual(['waited', 5]);
    const next = client.call('wait', { ms: 20 });
    const endless = client.call('never', {}, { timeoutMs: 40 });
    const last = client.call('add', { a: 1, b: 1 });
    expect(await next).toBe('waited');
    await expect(endless).rejects.toMatchObject({ error: { code: 'time-limit' } });
    await expect(last).rejects.toMatchObject({ error: { code: 'stopped' } });
    expect(spawned).toBe(2);
  });
});
