// Where each block of the map of bytes lies: groups first, then what is in each. Pure.
import type { Bytes } from '../../engine/model/units.ts';
import { type Rect, squarify } from './squarify.ts';

export interface MapBlock {
  name: string;
  /** Blocks of a group lie together. */
  group: string;
  kind: 'table' | 'index' | 'free';
  sizeBytes: Bytes;
}

export interface PlacedBlock<Block extends MapBlock> {
  block: Block;
  /** Pixels, without the gap to its neighbours. */
  rect: Rect;
  /** Of the whole. */
  share: number;
}

/** Pixels between groups, and between the blocks of one. */
const groupGap = 4;
const blockGap = 1.5;

/** The blocks in the order given, placed in a map of this size. */
export function toStorageMap<Block extends MapBlock>(
  blocks: readonly Block[],
  width: number,
  height: number,
): PlacedBlock<Block>[] {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    groups.set(block.group, [...(groups.get(block.group) ?? []), block]);
  }
  const whole = bytesOf(blocks);
  const names = [...groups.keys()];
  // The gaps of the outermost blocks lie outside.
  const frame = {
    x: -groupGap / 2,
    y: -groupGap / 2,
    width: width + groupGap,
    height: height + groupGap,
  };
  const areas = squarify(
    names.map((name) => bytesOf(groups.get(name) ?? [])),
    frame,
  );
  const placed = new Map<Block, Rect>();
  for (const [at, name] of names.entries()) {
    const members = groups.get(name) ?? [];
    const area = areas[at];
    if (!area) continue;
    const inside = grown(inset(area, groupGap), blockGap);
    const rects = squarify(
      members.map(({ sizeBytes }) => sizeBytes),
      inside,
    );
    for (const [place, member] of members.entries()) {
      const rect = rects[place];
      if (rect) placed.set(member, within(inset(rect, blockGap), width, height));
    }
  }
  return blocks.flatMap((block) => {
    const rect = placed.get(block);
    return rect ? [{ block, rect, share: whole === 0 ? 0 : block.sizeBytes / whole }] : [];
  });
}

function bytesOf(blocks: readonly MapBlock[]): Bytes {
  return blocks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** Half of the gap at each side; what is smaller than the gap becomes a line. */
function inset({ x, y, width, height }: Rect, gap: number): Rect {
  return {
    x: x + Math.min(gap, width) / 2,
    y: y + Math.min(gap, height) / 2,
    width: Math.max(0, width - gap),
    height: Math.max(0, height - gap),
  };
}

/** What is smaller than the gaps may lie beyond the edge. */
function within({ x, y, ...size }: Rect, width: number, height: number): Rect {
  const left = Math.min(Math.max(0, x), width);
  const top = Math.min(Math.max(0, y), height);
  return {
    x: left,
    y: top,
    width: Math.min(size.width, width - left),
    height: Math.min(size.height, height - top),
  };
}

function grown({ x, y, width, height }: Rect, gap: number): Rect {
  return { x: x - gap / 2, y: y - gap / 2, width: width + gap, height: height + gap };
}

/** A name broken behind underscores, each line as long as `fits` allows. */
export function wrapName(name: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of name.split(/(?<=_)(?=[^_])/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + part)) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}
