// A playground as a file (.dyno.json): readable JSON with long names, the same checks as a link.
import type { Playground } from '../engine/model/playground.ts';
import { parseBoundedJson } from './bounded-json.ts';
import {
  fileVersion,
  fileVersionOf,
  isFutureGenerators,
  type UpgradeStep,
  upgradeDocument,
} from './document-version.ts';
import { checkPlayground } from './playground-schema.ts';

export const playgroundFileExtension = '.dyno.json';

const format = 'sql-dyno-playground';
/** UTF-16 units; JSON doubles what it escapes, so that a playground within its limits fits. */
const maxFileLength = 64 * 1024 * 1024;
const maxJsonDepth = 16;
// Version 2 added keys and changed none.
const upgradeSteps: readonly UpgradeStep[] = [(document) => document];

export type PlaygroundFileOutcome =
  | { kind: 'playground'; playground: Playground }
  | {
      kind: 'damaged';
      reason: 'not-a-playground' | 'malformed' | 'too-big' | 'future-version' | 'invalid';
      message: string;
    };

/** The text of a playground file. */
export function toPlaygroundFile(playground: Playground): string {
  const version = fileVersionOf(playground);
  return `${JSON.stringify({ format, version, playground }, null, 2)}\n`;
}

/** A safe file name from the title: `product-search.dyno.json`. */
export function playgroundFileName(title: string): string {
  return `${fileStem(title, 'playground')}${playgroundFileExtension}`;
}

/** A title or name as part of a file name: `product-search`; `otherwise` where nothing is left. */
export function fileStem(title: string, otherwise: string): string {
  const stem = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return stem === '' ? otherwise : stem;
}

/** Reads the text of a playground file. Never throws. */
export function parsePlaygroundFile(text: string): PlaygroundFileOutcome {
  if (text.length > maxFileLength) {
    return damaged(
      'too-big',
      'This file is larger than the 64 MiB that a playground file may have.',
    );
  }
  const json = parseBoundedJson(text.replace(/^\uFEFF/, ''), maxJsonDepth);
  if (json.kind !== 'value') {
    return damaged(
      'malformed',
      'This file is not complete JSON, so it cannot be a playground. Get the file again from where it came.',
    );
  }
  // Object() turns null and plain values into objects without these keys.
  const file: { format?: unknown; version?: unknown; playground?: unknown } = Object(json.value);
  if (file.format !== format || typeof file.version !== 'number') {
    return damaged(
      'not-a-playground',
      `This JSON file is not a playground of SQL Dyno: it lacks "format": "${format}" and a version.`,
    );
  }
  const generators: unknown = Object(Object(file.playground).recipe).generatorsVersion;
  if (file.version > fileVersion || isFutureGenerators(generators)) {
    return damaged(
      'future-version',
      'This file was made by a newer SQL Dyno. Reload the page to get the newest version, then open the file again.',
    );
  }
  if (!Number.isInteger(file.version) || file.version < 1) {
    return damaged('invalid', 'This file names a version that never existed.');
  }
  const check = checkPlayground(upgradeDocument(file.playground, file.version, upgradeSteps));
  if (check.kind === 'valid') return { kind: 'playground', playground: check.playground };
  return damaged('invalid', `This file holds no playground that can be opened: ${check.problem}.`);
}

function damaged(
  reason: Exclude<PlaygroundFileOutcome, { kind: 'playground' }>['reason'],
  message: string,
): PlaygroundFileOutcome {
  return { kind: 'damaged', reason, message };
}
