// The cells of one instruction: address, opcode, words with cursors and jumps, operands.
// Keeps away from where the row stands on screen.
import { memo, type ReactNode } from 'react';
import type { ProgramLine, WordPart } from '../../../engine/model/plan/program-line.ts';
import { operandsText } from '../../../state/selectors/plan/program-view.ts';
import { asCell } from '../../shared/grid/table-roles.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { CursorChip } from './CursorChip.tsx';
import styles from './InstructionRow.module.css';
import { JumpButton } from './JumpButton.tsx';

export interface InstructionRowProps {
  line: ProgramLine;
  /** Follows a jump to an address of a program. */
  onGo: (program: number, address: number) => void;
}

/** Jumps back that are listed; an address that hundreds go to says how many more. */
const listed = 6;

export const InstructionRow = memo(function InstructionRow({ line, onGo }: InstructionRowProps) {
  const { address, opcode, parts, depth, program, jumpsFrom, isFullScan, calls } = line;
  const more = jumpsFrom.length - listed;
  const levels = Math.min(depth, 6);
  return (
    <>
      <div {...asCell('rowheader')} className={styles.address} data-scan={isFullScan || undefined}>
        {address}
      </div>
      <div {...asCell('cell')} className={styles.opcode}>
        {Array.from({ length: levels }, (_, level) => (
          <span key={levelKey(level)} className={styles.level} aria-hidden="true" />
        ))}
        <span className={styles.name}>{opcode}</span>
      </div>
      <div {...asCell('cell')} className={styles.words}>
        {parts.map((part, place) => (
          <Piece key={pieceKey(place)} part={part} onGo={(to) => onGo(program.position, to)} />
        ))}
        {isFullScan && (
          <>
            {' '}
            <Badge
              tone="warn"
              title="A loop over every entry: nothing narrows it down (Next with p5 = 1)"
            >
              full scan
            </Badge>
          </>
        )}
        {calls !== null && (
          <>
            {' '}
            <JumpButton onGo={() => onGo(calls, 0)}>to its program</JumpButton>
          </>
        )}
        {jumpsFrom.length > 0 && (
          <span className={styles.from}>
            <span aria-hidden="true">←</span>
            {'\u00a0from\u00a0'}
            {jumpsFrom.slice(0, listed).map((from, place) => (
              <span key={from}>
                {place > 0 && ', '}
                <JumpButton isBack onGo={() => onGo(program.position, from)}>
                  {from}
                </JumpButton>
              </span>
            ))}
            {more > 0 && ` and ${more} more`}
          </span>
        )}
      </div>
      <div {...asCell('cell')} className={styles.operands}>
        {operandsText(line)}
      </div>
    </>
  );
});

function Piece({ part, onGo }: { part: WordPart; onGo: (to: number) => void }): ReactNode {
  if (typeof part === 'string') return part;
  if (part.kind === 'cursor') return <CursorChip cursor={part.cursor} />;
  if (part.kind === 'register') return <code className={styles.register}>{part.text}</code>;
  return <JumpButton onGo={() => onGo(part.address)}>to {part.address}</JumpButton>;
}

/** Pieces and levels have no names; their places do not change. */
function pieceKey(place: number): string {
  return `piece ${place}`;
}

function levelKey(level: number): string {
  return `level ${level}`;
}
