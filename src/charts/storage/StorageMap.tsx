// The bytes of a database as a map: areas in proportion, a table and its indexes side by side.
// Tables are full and indexes hatched; setups have no part in its colours.
import { useId, useState } from 'react';
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { ChartFrame } from '../frame/ChartFrame.tsx';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { useTip } from '../frame/Hover.tsx';
import markStyles from '../marks/marks.module.css';
import { BlockLabel } from './BlockLabel.tsx';
import styles from './StorageMap.module.css';
import { type MapBlock, type PlacedBlock, toStorageMap } from './storage-map-model.ts';

export interface DescribedBlock extends MapBlock {
  /** What it is. */
  role: string;
  /** '300 pages, 92 % full'. */
  pages: string;
}

export interface StorageMapProps {
  /** Accessible name. */
  label: string;
  blocks: readonly DescribedBlock[];
  /** How the bytes were obtained. */
  note: string;
  /** The block that is pointed at elsewhere. */
  markedName?: string | null | undefined;
}

type Placed = PlacedBlock<DescribedBlock>;

/** Flat on a desktop, so that what follows is in sight; nearly square on a phone. */
const heightAt = (width: number) => Math.round(Math.min(280, Math.max(250, width * 0.25)));

export function StorageMap({ label, blocks, note, markedName }: StorageMapProps) {
  return (
    <ChartFrame
      label={label}
      height={heightAt}
      legend={<Legend hasFree={blocks.some(({ kind }) => kind === 'free')} />}
      caption={`Areas in proportion to bytes; a table and its indexes lie together. ${note}`}
      table={toTable(blocks)}
      emptyText={blocks.length === 0 ? 'The database has no page yet.' : null}
    >
      {(width) => (
        <Drawing
          placed={toStorageMap(blocks, width, heightAt(width))}
          width={width}
          markedName={markedName ?? null}
        />
      )}
    </ChartFrame>
  );
}

interface DrawingProps {
  placed: readonly Placed[];
  width: number;
  markedName: string | null;
}

function Drawing({ placed, width, markedName }: DrawingProps) {
  const hatchId = useId();
  const showTip = useTip();
  const [hoveredName, setHoveredName] = useState<string | null>(null);
  const enter = (each: Placed) => {
    setHoveredName(each.block.name);
    const { x, y, width: across, height } = each.rect;
    showTip({ x: x + across / 2, y: y + height / 2, text: tipOf(each) });
  };
  return (
    <svg
      width={width}
      height={heightAt(width)}
      className={styles.map}
      aria-hidden="true"
      onPointerLeave={() => setHoveredName(null)}
    >
      <Hatch id={hatchId} />
      {placed.map((each) => (
        <Block
          key={each.block.name}
          placed={each}
          hatchId={hatchId}
          isMarked={each.block.name === (hoveredName ?? markedName)}
          onEnter={() => enter(each)}
        />
      ))}
    </svg>
  );
}

interface BlockProps {
  placed: Placed;
  hatchId: string;
  isMarked: boolean;
  onEnter: () => void;
}

function Block({ placed, hatchId, isMarked, onEnter }: BlockProps) {
  const { block, rect } = placed;
  return (
    <g onPointerEnter={onEnter} onPointerDown={onEnter}>
      <rect
        {...rect}
        rx={Math.min(3, rect.width / 4, rect.height / 4)}
        className={styles[block.kind]}
        {...(block.kind === 'index' && { fill: `url(#${hatchId})` })}
      />
      {isMarked && <rect {...rect} rx={3} className={styles.marked} />}
      <BlockLabel placed={placed} />
    </g>
  );
}

function tipOf({ block, share }: Placed): string {
  const { name, role, pages, sizeBytes } = block;
  return `${name}: ${role}\n${formatBytes(sizeBytes)}, ${formatPercent(share, 1)} of the file\n${pages}`;
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={7} height={7} className={styles.hatchGround} />
        <rect width={2} height={7} className={styles.hatchLine} />
      </pattern>
    </defs>
  );
}

function Legend({ hasFree }: { hasFree: boolean }) {
  const hatchId = useId();
  const box = { x: 1, y: 1, width: 14, height: 12, rx: 2 };
  return (
    <>
      <span className={markStyles.key}>
        <svg width={16} height={14} aria-hidden="true">
          <rect {...box} className={styles.table} />
        </svg>
        table: rows
      </span>
      <span className={markStyles.key}>
        <svg width={16} height={14} aria-hidden="true">
          <Hatch id={hatchId} />
          <rect {...box} className={styles.index} fill={`url(#${hatchId})`} />
        </svg>
        index
      </span>
      {hasFree && (
        <span className={markStyles.key}>
          <svg width={16} height={14} aria-hidden="true">
            <rect {...box} className={styles.free} />
          </svg>
          free pages
        </span>
      )}
    </>
  );
}

function toTable(blocks: readonly DescribedBlock[]): ChartTable {
  const whole = blocks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    columns: ['Name', 'What', 'Bytes', 'Share', 'Pages'],
    rows: [...blocks]
      .sort((a, b) => b.sizeBytes - a.sizeBytes)
      .map(({ name, role, sizeBytes, pages }) => [
        name,
        role,
        formatBytes(sizeBytes),
        formatPercent(sizeBytes / whole, 1),
        pages,
      ]),
  };
}
