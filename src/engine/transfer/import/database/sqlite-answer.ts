// Tells what SQLite answers (this file is damaged) from a crash of the engine (a WebAssembly trap),
// after which nothing can be asked any more.
import { EngineFailure } from '../../../model/errors.ts';
import { refusals } from '../../refusals.ts';

/** Errors of the JavaScript engine that end a worker; see the message loop of the workers. */
const crashNames = ['RuntimeError', 'RangeError', 'InternalError'];

/** Thrown for a trap; its name tells the message loop that the worker must be replaced. */
class EngineCrash extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RuntimeError';
  }
}

/** What SQLite says, alone or behind a code; a message that names a table or a check may not pass. */
const answeredNoMemory = /^(.*: )?out of memory\.?$/;
/** What engines say of their own memory. "memory access out of bounds" is a crash. */
const engineNoMemory = /out of memory|\bOOM\b|allocat|enlarge memory|memory\.grow/i;

/** True when memory ran out: nothing is wrong with the file then. */
export function isShortOfMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { name, message } = thrown;
  return (crashNames.includes(name) ? engineNoMemory : answeredNoMemory).test(message);
}

/** Runs questions to a database from outside; what SQLite answers to a damaged file is a refusal. */
export function refusingDamage<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof EngineFailure || !(thrown instanceof Error)) throw thrown;
    const isShort = isShortOfMemory(thrown);
    if (thrown.name === 'Error') {
      throw isShort ? refusals.noMemory() : refusals.damaged(ended(thrown.message));
    }
    if (!crashNames.includes(thrown.name)) throw thrown;
    const { message } = isShort ? refusals.noMemory() : refusals.crash(thrown.message);
    // The message loop ends its sentence itself.
    throw new EngineCrash(message.replace(/\.$/, ''));
  }
}

function ended(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
