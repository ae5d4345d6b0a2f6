// What a compiled statement reads and writes, from its instructions: exact where the lines of the
// plan are only words. How each instruction is told stands beside, in words.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type {
  ProgramFacts,
  ProgramWork,
  Subprogram,
  Transient,
} from '../../model/plan/program-facts.ts';
import { type Cursors, cursorsOf } from './cursors.ts';
import { stopsAtFirstRow } from './flow/loops.ts';
import { splitPrograms } from './split-programs.ts';
import { columnsReadOf } from './trees/columns-read.ts';
import { foreignKeyLooks } from './trees/foreign-key-looks.ts';
import { treeReads } from './trees/tree-reads.ts';
import { treeWrites } from './trees/tree-writes.ts';

/**
 * The facts of one EXPLAIN. A tree that `trees` lacks is left out. `columnsRead` and the lists of the
 * result itself are those of the statement's own program; each trigger and foreign key action has its own.
 */
export function programFacts(
  instructions: readonly Instruction[],
  trees: readonly BTree[],
): ProgramFacts {
  const [main, ...others] = splitPrograms(instructions);
  const own = main?.instructions ?? [];
  const work = workOf(own, trees);
  return {
    ...work,
    columnsRead: columnsReadOf(work.reads, own, cursorsOf(own, trees), trees),
    stopsAtFirstRow: stopsAtFirstRow(own),
    subprograms: others.map((program): Subprogram => {
      const kind = program.kind === 'trigger' ? 'trigger' : 'foreign-key-action';
      return { kind, name: program.name, ...workOf(program.instructions, trees) };
    }),
  };
}

function workOf(instructions: readonly Instruction[], trees: readonly BTree[]): ProgramWork {
  const cursors = cursorsOf(instructions, trees);
  return {
    reads: treeReads(instructions, cursors),
    writes: treeWrites(instructions, cursors, trees),
    transients: transientsOf(instructions, cursors),
    changesVirtual: instructions.some(({ opcode }) => opcode === 'VUpdate'),
    foreignKeyLooks: foreignKeyLooks(instructions, cursors),
  };
}

function transientsOf(instructions: readonly Instruction[], cursors: Cursors): Transient[] {
  return cursors.all.flatMap(({ kind, opcode, source, number, openedAt }): Transient[] => {
    const none = { table: null, keepsFirst: false };
    if (kind === 'automatic-index') return [{ ...none, kind, table: source }];
    if (kind === 'sorter') {
      // The worst row goes (Last, IdxLE, Delete) once the counter of those that are wanted is used up.
      const keepsFirst = instructions.some(
        ({ opcode: what, p1, address }) =>
          what === 'Delete' && p1 === number && cursors.at(address, p1)?.openedAt === openedAt,
      );
      return [{ ...none, kind, keepsFirst }];
    }
    // A second cursor is no second table.
    return kind === 'temporary' && opcode !== 'OpenDup' ? [{ ...none, kind: 'table' }] : [];
  });
}
