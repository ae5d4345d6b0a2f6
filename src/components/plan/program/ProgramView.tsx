// The compiled program of a statement: an instruction a line, in words, with jumps to follow.
// Draws only what is on screen; keeps away from reading the instructions.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import type { ProgramLine } from '../../../engine/model/plan/program-line.ts';
import { lineKey, programRows } from '../../../state/selectors/plan/program-view.ts';
import { TextField } from '../../shared/fields/TextField.tsx';
import { asCell, asRow, asRowGroup, asTable, asWideCell } from '../../shared/grid/table-roles.ts';
import { InstructionRow } from './InstructionRow.tsx';
import { ProgramLegend } from './ProgramLegend.tsx';
import styles from './ProgramView.module.css';
import { useJump } from './use-jump.ts';

export interface ProgramViewProps {
  /** Accessible name: "Program of <query> in <letter>". */
  label: string;
  lines: readonly ProgramLine[];
}

const columnCount = 4;

/** Pixels, for rows that have not been drawn yet; those that have are measured. */
const usualHeight = 27;

export function ProgramView({ label, lines }: ProgramViewProps) {
  const [filter, setFilter] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => programRows(lines, filter), [lines, filter]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => usualHeight,
    overscan: 12,
    // Room for the head, which lies over the rows.
    scrollPaddingStart: 32,
  });
  const jump = useJump({
    find: (key) => rows.findIndex((row) => row.key === key),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
    scroller,
  });

  function go(program: number, address: number): void {
    // What the filter hides cannot be gone to.
    const key = lineKey(program, address);
    if (!rows.some((row) => row.key === key)) setFilter('');
    jump.to(key);
  }

  const deepest = Math.min(largest(lines, 'depth'), 6);
  const digits = Math.max(String(largest(lines, 'address')).length, 2);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <ProgramLegend />
        <TextField
          label="Filter instructions"
          isLabelHidden
          size="sm"
          placeholder="Filter"
          className={styles.filter}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <div
        ref={scroller}
        {...asTable(label, rows.length + 1, columnCount)}
        className={styles.scroller}
        style={{ '--depth': deepest, '--digits': digits } as CSSProperties}
      >
        <div {...asRow(1)} className={styles.head}>
          <div {...asCell('columnheader')} title="Address: its number within its program">
            at
          </div>
          <div {...asCell('columnheader')}>opcode</div>
          <div {...asCell('columnheader')}>what it does</div>
          <div
            {...asCell('columnheader')}
            title="Operands p1, p2, p3, p4 and p5 as SQLite gives them"
          >
            p1 p2 p3 p4 p5
          </div>
        </div>
        <div {...asRowGroup} className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                {...asRow(item.index + 2)}
                data-index={item.index}
                data-key={row.key}
                data-kind={row.kind}
                data-flash={row.key === jump.flashing || undefined}
                tabIndex={-1}
                className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'heading' ? (
                  <div {...asWideCell(columnCount)} className={styles.heading}>
                    <span className={styles.program}>{row.title}</span>{' '}
                    <span className={styles.remark}>{row.remark}</span>
                  </div>
                ) : (
                  <InstructionRow line={row.line} onGo={go} />
                )}
              </div>
            );
          })}
        </div>
        {rows.length === 0 && (
          <p className={styles.nothing}>
            {lines.length === 0
              ? 'No program: this statement is not compiled into instructions.'
              : 'No instruction has these words. Clear the filter to see all of them.'}
          </p>
        )}
      </div>
    </div>
  );
}

// Not Math.max over a list: arguments in their thousands are too many for a call.
function largest(lines: readonly ProgramLine[], name: 'depth' | 'address'): number {
  return lines.reduce((most, line) => Math.max(most, line[name]), 0);
}
