// What a compiled statement reads and writes, from its instructions: exact where the lines of the
// plan are only words. How each instruction is told stands beside, in words.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type {
  ProgramFacts,
  ProgramWork,
  Subprogram,
  Transient,
} from '../../model/plan/program-facts.ts';
import { columnsReadOf } from './columns-read.ts';
import { type Cursors, cursorsOf } from './cursors.ts';
import { stopsAtFirstRow } from './loops.ts';
import { splitPrograms } from './split-programs.ts';
import { treeReads } from './tree-reads.ts';
import { treeWrites } from './tree-writes.ts';

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
    transients: transientsOf(cursors),
  };
}

function transientsOf(cursors: Cursors): Transient[] {
  return cursors.all.flatMap(({ kind, opcode, source }): Transient[] => {
    if (kind === 'automatic-index') return [{ kind, table: source }];
    if (kind === 'sorter') return [{ kind, table: null }];
    // A second cursor is no second table.
    return kind === 'temporary' && opcode !== 'OpenDup' ? [{ kind: 'table', table: null }] : [];
  });
}
