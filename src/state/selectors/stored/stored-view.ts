// What this browser keeps, as plain values to draw: each image in words, and how full its place is.
// Pure; the time of day is given.
import type { ImageRecord } from '../../../engine/model/database/database-image.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { relativeTime } from '../../../lib/format/relative-time.ts';
import type { StoredState } from '../../stored-store.ts';

export interface StoredItem {
  imageId: string;
  title: string;
  /** 'generated' or 'from a file' */
  origin: string;
  originTip: string;
  /** '3 tables, 1,000,000 rows' */
  holds: string;
  /** '31 MB' */
  size: string;
  sizeTip: string;
  /** '2 h ago' */
  used: string;
  /** ISO 8601, for the exact time. */
  usedAt: string;
  isInUse: boolean;
  isRemoving: boolean;
  /** What is asked before it goes; null where it can be made again. */
  removalWords: string | null;
}

export interface StoredView {
  items: StoredItem[];
  /** Null where the browser keeps no images. */
  usage: { text: string; tip: string; fraction: Fraction } | null;
  /** What "Clear generated data" would free, '31 MB'; null when there is nothing of it. */
  clearable: string | null;
}

/** `imageInUse`: of the present playground's data, as far as it is kept. Null before it is read. */
export function storedView(
  { images, usage, removing }: StoredState,
  imageInUse: string | null,
  now: number,
): StoredView | null {
  if (images === null) return null;
  const generated = images.filter(({ kind }) => kind === 'generated');
  return {
    items: images.map((image) => ({
      ...itemOf(image, now),
      isInUse: image.imageId === imageInUse,
      isRemoving: removing.includes(image.imageId),
      removalWords:
        image.kind === 'imported' ? removalWords(image, image.imageId === imageInUse) : null,
    })),
    usage: usage && {
      text: `${formatBytes(usage.usedBytes)} of ${formatBytes(usage.limitBytes)}`,
      tip: 'Bytes of all kept data. Above the limit, generated data that was not used for longest goes; files that you opened never go by themselves.',
      fraction: usage.limitBytes > 0 ? Math.min(1, usage.usedBytes / usage.limitBytes) : 0,
    },
    clearable:
      generated.length === 0
        ? null
        : formatBytes(generated.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
  };
}

type ItemFacts = Omit<StoredItem, 'isInUse' | 'isRemoving' | 'removalWords'>;

function itemOf(
  { imageId, kind, title, sizeBytes, savedAt, usedAt, state }: ImageRecord,
  now: number,
): ItemFacts {
  const rows = state.tables.reduce((sum, table) => sum + table.rows, 0);
  const isGenerated = kind === 'generated';
  return {
    imageId,
    title: title.trim() === '' ? 'Untitled' : title,
    origin: isGenerated ? 'generated' : 'from a file',
    originTip: isGenerated
      ? `Made from a recipe in ${formatDuration(state.contentMs)}, and again whenever it is missing.`
      : 'Taken in from a file of yours: without the file it cannot be made again.',
    holds: `${formatCountOf(state.tables.length, 'table')}, ${formatCountOf(rows, 'row')}`,
    size: formatBytes(sizeBytes),
    sizeTip: `${formatCountOf(sizeBytes, 'byte')}: the database as a file, with ${formatCountOf(state.indexes.length, 'index', 'indexes')} of the setups. Kept ${relativeTime(savedAt, now)}.`,
    used: relativeTime(usedAt, now),
    usedAt: new Date(usedAt).toISOString(),
  };
}

function removalWords({ title, sizeBytes }: ImageRecord, isInUse: boolean): string {
  const loss = `“${title}” (${formatBytes(sizeBytes)}) came from a file of yours: playgrounds with its data need that file again.`;
  return isInUse
    ? `${loss} The open playground is one of them: it asks for the file after the next reload or Stop.`
    : loss;
}

/** What else is kept: `2 playgrounds: “Shop” and, put aside, “Blog”.` */
export function storedPlaygroundWords(
  { title }: Pick<Playground, 'title'>,
  shelvedTitle: string | null,
): string {
  const quoted = (text: string) => (text.trim() === '' ? 'one without a title' : `“${text}”`);
  return shelvedTitle === null
    ? `1 playground: ${quoted(title)}, which is open.`
    : `2 playgrounds: ${quoted(title)}, which is open, and ${quoted(shelvedTitle)}, put aside when a link was opened.`;
}
