// The instructions that SQLite compiles a statement into. Nothing is executed.
// What they do stands in engine/plan/program.
import type { Instruction } from '../model/plan/program.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { explainRows } from './explain-rows.ts';

/** The rows of EXPLAIN for the first statement of `sql`, as explainRows. */
export function readProgram(database: Database, sql: string, binding: Binding): Instruction[] {
  return explainRows(database, 'EXPLAIN', sql, binding).map(
    ([address, opcode, p1, p2, p3, p4, p5]) => ({
      address: Number(address),
      opcode: String(opcode),
      p1: Number(p1),
      p2: Number(p2),
      p3: Number(p3),
      p4: p4 === null || p4 === undefined ? null : String(p4),
      p5: Number(p5),
    }),
  );
}
