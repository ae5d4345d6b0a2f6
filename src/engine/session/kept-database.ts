// Brings the database back from its kept image instead of making it, and keeps it when making it
// took long. Where images lie is the business of whoever hands in the store.

import { formatBytes } from '../../lib/format/format-bytes.ts';
import type { DatabaseRequest, DatabaseSummary } from '../model/database/database.ts';
import type { ImageRecord } from '../model/database/database-image.ts';
import type { EngineInfo } from '../model/database/engine-info.ts';
import type { ImportedData } from '../model/database/imported-data.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';
import { isSqliteError } from '../sqlite/is-sqlite-error.ts';
import type { ReportBuild } from './build-database.ts';
import { contentOf, imageIdOf, imageKindOf } from './database-content.ts';
import type { LoadedDatabase } from './loaded-database.ts';

/** The images that the session may use; no call throws. */
export interface SessionImages {
  /** `onFound` is called when there is one, before its bytes are read. */
  read(
    imageId: string,
    onFound: () => void,
  ): Promise<{ record: ImageRecord; bytes: Uint8Array } | null>;
  keep(
    record: Omit<ImageRecord, 'savedAt' | 'usedAt'>,
    bytes: Uint8Array,
  ): Promise<{ kind: 'kept' } | { kind: 'refused'; message: string }>;
  remove(imageId: string): Promise<void>;
}

export interface KeptDatabase {
  /**
   * As LoadedDatabase.ensure; takes a kept image, or `file`, where there is one. Throws
   * 'image-missing' when the data is of a file that is nowhere.
   */
  ensure(
    request: DatabaseRequest,
    report: ReportBuild,
    file?: () => Promise<ArrayBuffer>,
  ): Promise<DatabaseSummary>;
}

/** Below it, making the data again is hardly noticed. */
const leastWorthKeeping: Milliseconds = 300;
/**
 * Of 100 MB: hashing takes 60 ms, writing 50 to 150 (Chromium, on disk), and they are copied out
 * first. An image is kept anew only when that saves more the next time than it takes now.
 */
const keepingMsPerByte = 250 / 100e6;
/** The image is copied out in one piece beside the database. */
const largestKept: Bytes = 1_000_000_000;
/** Of a build's progress. */
const keepingShare = 0.95;
/** Longer titles are cut. */
const titleLength = 200;

/** What SQLite says of bytes that are no database; anything else says nothing of them. */
const notADatabase = /^(file is not a database|database disk image is malformed)/;

/** `images`: null where nothing is kept. */
export function createKeptDatabase(
  loaded: LoadedDatabase,
  images: SessionImages | null,
  platform: Platform,
  engine: EngineInfo,
): KeptDatabase {
  /** Why this content was not kept when that was tried last. */
  let refusal: { content: string; message: string } | null = null;
  /** Content that came from the page, which has its file: there was no room for it before. */
  let contentOfFile: string | null = null;

  async function restore(
    request: DatabaseRequest,
    report: ReportBuild,
    file?: () => Promise<ArrayBuffer>,
  ): Promise<void> {
    const start = platform.now();
    const loadMs = () => platform.now() - start;
    const say = () => report({ phase: 'loading', fraction: 0 });
    if (images && (await restoreKept(images, request, say, loadMs))) {
      contentOfFile = null;
      return;
    }
    if (!file) return;
    say();
    const bytes = await file().catch(() => null);
    if (!bytes) return;
    loaded.restore(request, { bytes: new Uint8Array(bytes), state: null }, loadMs);
    contentOfFile = contentOf(request);
  }

  async function restoreKept(
    images: SessionImages,
    request: DatabaseRequest,
    onFound: () => void,
    loadMs: () => Milliseconds,
  ): Promise<boolean> {
    const imageId = imageIdOf(request, engine.sqliteVersion);
    const image = await images.read(imageId, onFound);
    if (image?.record.kind !== imageKindOf(request)) return false;
    try {
      loaded.restore(request, { bytes: image.bytes, state: image.record.state }, loadMs);
      return true;
    } catch (thrown) {
      if (!isSqliteError(thrown)) throw thrown;
      const isDamaged = notADatabase.test(thrown.message);
      if (!request.imported) {
        if (isDamaged) await images.remove(imageId);
        return false;
      }
      // Of a file's data there is no other copy here: it is never thrown away, whatever is said of it.
      if (isDamaged) return false;
      throw cannotOpen(request.imported, thrown.message);
    }
  }

  async function keep(
    images: SessionImages,
    request: DatabaseRequest,
    { sizeBytes, tables }: DatabaseSummary,
    report: ReportBuild,
  ): Promise<void> {
    const { state, unkeptMs } = loaded.toKeep();
    if (unkeptMs <= Math.max(leastWorthKeeping, sizeBytes * keepingMsPerByte)) return;
    loaded.settleKeeping();
    if (sizeBytes > largestKept) {
      const message = `Databases over ${formatBytes(largestKept)} are not kept for the next time.`;
      refusal = { content: contentOf(request), message };
      return;
    }
    report({ phase: 'keeping', fraction: keepingShare });
    const title = request.imported?.fileName ?? tables.map(({ name }) => name).join(', ');
    const outcome = await images.keep(
      {
        imageId: imageIdOf(request, engine.sqliteVersion),
        kind: imageKindOf(request),
        title: title.slice(0, titleLength),
        sizeBytes,
        state,
      },
      loaded.exportImage(),
    );
    refusal =
      outcome.kind === 'kept' ? null : { content: contentOf(request), message: outcome.message };
  }

  return {
    async ensure(request, report, file) {
      if (!loaded.holds(request)) await restore(request, report, file);
      const summary = loaded.ensure(request, report);
      const content = contentOf(request);
      if (images && request.isKept && content !== contentOfFile) {
        await keep(images, request, summary, report);
      }
      const refused = refusal?.content === content ? refusal : null;
      return {
        ...summary,
        ...(images && request.isKept && { imageId: imageIdOf(request, engine.sqliteVersion) }),
        ...(refused && { notKept: refused.message }),
      };
    },
  };
}

function cannotOpen({ fileName, sizeBytes }: ImportedData, reason: string): EngineFailure {
  return new EngineFailure({
    code: reason === 'out of memory' ? 'too-large' : 'engine-failed',
    message: `The data of ${fileName} (${formatBytes(sizeBytes)}) could not be opened: ${reason}.`,
    hint: 'It is kept. Close other tabs or press Stop, which frees memory, and try again.',
  });
}
