import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { EngineFailure } from '../engine/model/errors.ts';
import type { Operation, ResponseMessage } from './protocol.ts';
import { type Handlers, type Port, serve } from './serve.ts';

interface TestOperations {
  echo: Operation<unknown, unknown>;
  throwing: Operation<string, never>;
  uncopyable: Operation<Record<string, never>, unknown>;
  uncopyableProgress: Operation<Record<string, never>, string, unknown>;
  overflow: Operation<Record<string, never>, never>;
  image: Operation<Record<string, never>, { image: ArrayBuffer; again: ArrayBuffer }>;
}

const throwables: Record<string, unknown> = {
  sql: new EngineFailure({ code: 'sql-invalid', message: 'no such table: t' }),
  defect: new TypeError('x is not a function'),
  trap: new WebAssembly.RuntimeError('memory access out of bounds'),
  range: new RangeError('Array buffer allocation failed'),
  text: 'just text',
  silent: new Error(),
};

const image = new Uint8Array([1, 2, 3]).buffer;

const handlers: Handlers<TestOperations> = {
  image: () => ({ image, again: image }),
  echo: (request) => request,
  throwing: (name) => {
    throw throwables[name];
  },
  uncopyable: () => ({ compare: () => 0 }),
  uncopyableProgress: (_, report) => {
    report(() => 0);
    return 'done';
  },
  overflow: () => {
    const deeper = (depth: number): number => deeper(depth + 1) + 1;
    throw new Error(String(deeper(0)));
  },
};

const open: NodePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Posts the requests at once and gives the answers in the order they came. */
function ask(...requests: [keyof TestOperations, unknown][]): Promise<ResponseMessage[]> {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const far: Port = {
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (_, listener) => port2.on('message', (data) => listener({ data } as never)),
  };
  serve(far, Promise.resolve(handlers));
  const answers: ResponseMessage[] = [];
  return new Promise((resolve) => {
    port1.on('message', (message: ResponseMessage) => {
      answers.push(message);
      if (answers.length === requests.length) resolve(answers);
    });
    for (const [id, [operation, request]] of requests.entries()) {
      port1.postMessage({ id, operation, request });
    }
  });
}

test('an answer that cannot be copied is an error, and the next request is answered', async () => {
  const answers = await ask(['uncopyable', {}], ['uncopyableProgress', {}], ['echo', 'after']);
  expect(answers).toMatchObject([
    { id: 0, kind: 'failed', error: { code: 'engine-failed' } },
    { id: 1, kind: 'failed', error: { code: 'engine-failed' } },
    { id: 2, kind: 'done', response: 'after' },
  ]);
  expect(answers[0]).toHaveProperty('error.message', expect.stringContaining('cloned'));
});

test('errors of the engine itself are fatal, all others are not', async () => {
  const names = ['sql', 'defect', 'text', 'trap', 'range', 'silent'];
  const answers = await ask(
    ...names.map((name): [keyof TestOperations, unknown] => ['throwing', name]),
    ['overflow', {}],
    ['echo', 1],
  );
  expect(answers.map((answer) => answer.kind === 'failed' && answer.isFatal === true)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(answers[0]).toHaveProperty('error.code', 'sql-invalid');
  expect(answers[3]).toHaveProperty(
    'error.message',
    'The engine stopped working: memory access out of bounds.',
  );
});

test('names that plain objects know survive the way', async () => {
  const errors = Object.fromEntries([
    ['__proto__', { code: 'index-invalid' }],
    ['constructor', { code: 'index-invalid' }],
  ]);
  const [answer] = await ask(['echo', errors]);
  expect(answer?.kind === 'done' && Object.keys(answer.response as object)).toEqual([
    '__proto__',
    'constructor',
  ]);
});

test('buffers of an answer are moved, not copied', async () => {
  const [answer] = await ask(['image', {}]);
  if (answer?.kind !== 'done') throw new Error('no answer');
  const arrived = answer.response as { image: ArrayBuffer; again: ArrayBuffer };
  expect(new Uint8Array(arrived.image)).toEqual(new Uint8Array([1, 2, 3]));
  expect(arrived.again).toBe(arrived.image);
  expect(image.byteLength).toBe(0);
});
