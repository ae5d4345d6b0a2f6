// The words inside a block of the map of bytes: SVG has neither lines nor an ellipsis of its own.
// Keeps away from where the block lies.
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { fitMiddle, textWidth } from '../marks/text-width.ts';
import styles from './StorageMap.module.css';
import { type MapBlock, type PlacedBlock, wrapName } from './storage-map-model.ts';

type Placed = PlacedBlock<MapBlock>;

const nameFont = '500 12px';
const detailFont = '400 11.5px';
/** Pixels. */
const padding = 7;
const lineHeight = 15;

/** Name and bytes, as far as they fit: along a narrow block, and none in a tiny one. */
export function BlockLabel({ placed: { block, rect, share } }: { placed: Placed }) {
  const size = `${formatBytes(block.sizeBytes)}, ${formatPercent(share)}`;
  const lines = labelLines(block, rect);
  const className = block.kind === 'index' ? styles.onHatch : styles.text;
  if (lines.length === 0) return <SideLabel block={block} rect={rect} className={className} />;
  const sizeY = rect.y + lineHeight * (lines.length + 1);
  const hasSize =
    sizeY + 4 < rect.y + rect.height && textWidth(size, detailFont) <= rect.width - 2 * padding;
  return (
    <g className={className} pointerEvents="none">
      {lines.map((line, number) => (
        <text
          key={line}
          className={styles.name}
          x={rect.x + padding}
          y={rect.y + lineHeight * (number + 1)}
        >
          {line}
        </text>
      ))}
      {hasSize && (
        <text className={styles.size} x={rect.x + padding} y={sizeY}>
          {size}
        </text>
      )}
    </g>
  );
}

interface SideLabelProps extends Pick<Placed, 'block' | 'rect'> {
  className: string | undefined;
}

/** The name from top to bottom, in a block that is narrow and high. */
function SideLabel({ block, rect, className }: SideLabelProps) {
  const room = rect.height - 2 * padding;
  if (rect.width < 16 || room < 60) return null;
  // The text's foot is at the left of it: a third of its height makes it stand in the middle.
  const x = rect.x + rect.width / 2 - 4;
  return (
    <text
      className={classOf(className, styles.name)}
      pointerEvents="none"
      transform={`translate(${x} ${rect.y + padding}) rotate(90)`}
    >
      {fitMiddle(block.name, nameFont, room)}
    </text>
  );
}

function classOf(...names: readonly (string | undefined)[]): string {
  return names.join(' ');
}

/** A name in at most three lines, broken behind underscores; none where too little would be left. */
function labelLines({ name }: MapBlock, { width, height }: Placed['rect']): string[] {
  const room = width - 2 * padding;
  const most = Math.min(3, Math.floor((height - 6) / lineHeight));
  if (room < 26 || most < 1) return [];
  const wrapped = wrapName(name, (text) => textWidth(text, nameFont) <= room);
  const lines = wrapped.length > most ? [name] : wrapped;
  const fitted = lines.map((line) => fitMiddle(line, nameFont, room));
  const isLegible = fitted.every((line, at) => line === lines[at] || line.length > 6);
  return isLegible ? fitted : [];
}
