// Answers a worker's messages: handlers -> message loop, on any port (worker scope, MessagePort).
// Knows no operation; what is answered stands in handlers.
import { toEngineError } from '../engine/model/errors.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';

/** The end of a channel: a worker's own scope or a MessagePort. */
export interface Port {
  postMessage(message: ResponseMessage): void;
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
    previous = previous.then(async () => port.postMessage(await answer(port, handlers, message)));
  });
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
    const report = (progress: unknown) => port.postMessage({ id, kind: 'progress', progress });
    return { id, kind: 'done', response: await handler(request, report) };
  } catch (thrown) {
    return { id, kind: 'failed', error: toEngineError(thrown) };
  }
}
