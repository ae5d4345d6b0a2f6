// Answers a worker's messages: handlers -> message loop, on any port (worker scope, MessagePort).
// Knows no operation; what is answered stands in handlers.
import { type EngineError, toEngineError } from '../engine/model/errors.ts';
import { transferablesOf } from '../lib/transferables.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';

/** The end of a channel: a worker's own scope or a MessagePort. What is transferred is moved. */
export interface Port {
  postMessage(message: ResponseMessage, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** A function for each operation; may report progress before it answers. */
export type Handlers<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends {
    request: infer Request;
    response: infer Response;
    progress: infer Progress;
  }
    ? (request: Request, report: (progress: Progress) => void) => Response | Promise<Response>
    : never;
};

type AnyHandler = (request: unknown, report: (progress: unknown) => void) => unknown;

/**
 * Answers requests one after the other, in the order they came.
 * The handlers may still be loading: requests wait for them, so listening can start first.
 */
export function serve<Operations>(
  port: Port,
  handlers: Handlers<Operations> | Promise<Handlers<Operations>>,
): void {
  let previous: Promise<unknown> = Promise.resolve();
  port.addEventListener('message', (event) => {
    const message = event.data as RequestMessage;
    previous = previous.then(() => respond(port, handlers, message));
  });
}

async function respond<Operations>(
  port: Port,
  handlers: Handlers<Operations> | Promise<Handlers<Operations>>,
  message: RequestMessage,
): Promise<void> {
  const response = await answer(port, handlers, message);
  try {
    port.postMessage(response, response.kind === 'done' ? transferablesOf(response.response) : []);
  } catch (thrown) {
    // What cannot be copied (DataCloneError) or is too large for it: those behind still wait.
    port.postMessage(failure(message.id, thrown), []);
  }
}

async function answer<Operations>(
  port: Port,
  handlers: Handlers<Operations> | Promise<Handlers<Operations>>,
  { id, operation, request }: RequestMessage,
): Promise<ResponseMessage> {
  try {
    const table = (await handlers) as Record<string, AnyHandler>;
    const handler = Object.hasOwn(table, operation) ? table[operation] : undefined;
    if (!handler) throw new Error(`The worker has no operation "${operation}".`);
    const report = (progress: unknown) => port.postMessage({ id, kind: 'progress', progress }, []);
    return { id, kind: 'done', response: await handler(request, report) };
  } catch (thrown) {
    return failure(id, thrown);
  }
}

/**
 * Errors of the JavaScript engine, not of SQLite: a WebAssembly trap or an allocation that failed, a
 * stack that overflowed (Firefox: InternalError). What the module's memory holds then is unknown.
 */
const fatalNames = ['RuntimeError', 'RangeError', 'InternalError'];

function failure(id: number, thrown: unknown): ResponseMessage {
  // SQLite always says what it refuses: without a message its module has failed as well.
  const isFatal =
    thrown instanceof Error && (fatalNames.includes(thrown.name) || thrown.message === '');
  if (!isFatal) {
    return { id, kind: 'failed', error: toEngineError(thrown) };
  }
  const error: EngineError = {
    code: 'engine-failed',
    message: `The engine stopped working: ${thrown.message || thrown.name}.`,
    hint: 'Your playground is kept, and the engine starts again. Fewer rows or a smaller result may help.',
  };
  return { id, kind: 'failed', error, isFatal: true };
}
