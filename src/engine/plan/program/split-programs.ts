// The programs that one EXPLAIN lists: the statement's own, then those of triggers and foreign key
// actions, each from address 0. Keeps away from what the instructions do.
import type { Instruction } from '../../model/plan/program.ts';

export interface Program {
  /** 0 is the statement itself. */
  position: number;
  kind: 'statement' | 'trigger' | 'foreign-key-action';
  /** Of the trigger. */
  name: string | null;
  /** The instruction at address n is the n-th. */
  instructions: readonly Instruction[];
}

const triggerComment = '-- TRIGGER ';

/**
 * SQLite names a trigger in the first instruction of its program (trigger.c, codeRowTrigger); what
 * it makes for ON DELETE and ON UPDATE of a foreign key is a trigger without a name.
 */
export function splitPrograms(instructions: readonly Instruction[]): Program[] {
  const programs: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.address === 0 || programs.length === 0) programs.push([]);
    programs.at(-1)?.push(instruction);
  }
  return programs.map((own, position) => {
    const comment = own[0]?.p4 ?? null;
    const name = comment?.startsWith(triggerComment) ? comment.slice(triggerComment.length) : null;
    const kind = position === 0 ? 'statement' : name === null ? 'foreign-key-action' : 'trigger';
    return { position, kind, name: position === 0 ? null : name, instructions: own };
  });
}

/**
 * Which program each instruction Program runs. EXPLAIN lists the programs in the order in which their
 * callers stand, each once, and does not say which caller has which: it is told only where there are
 * as many callers as programs. Keys are those of `callKey`.
 */
export function calledPrograms(programs: readonly Program[]): Map<string, number> {
  const callers = programs.flatMap(({ position, instructions }) =>
    instructions
      .filter(({ opcode }) => opcode === 'Program')
      .map(({ address }) => callKey(position, address)),
  );
  if (callers.length !== programs.length - 1) return new Map();
  return new Map(callers.map((key, index) => [key, index + 1]));
}

export function callKey(position: number, address: number): string {
  return `${position}:${address}`;
}
