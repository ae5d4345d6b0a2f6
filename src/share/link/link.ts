// A playground as the hash of an address, and back: `#p=1.<length>.<payload>.<checksum>`.
// Reads and writes text only; who sets the address and who shows the messages stands elsewhere.
//
// The length (of the payload, base 36) comes first, so that a link cut anywhere is seen to be cut;
// the checksum covers all before it, so that a changed character is seen to be changed.

import type { AuthorCounters } from '../../engine/model/counters/author-counters.ts';
import type { Playground } from '../../engine/model/playground.ts';
import { parseBoundedJson } from '../bounded-json.ts';
import {
  isFutureGenerators,
  linkVersion,
  type UpgradeStep,
  upgradeDocument,
} from '../document-version.ts';
import { parseBase64url, toBase64url } from './base64url.ts';
import { checksum, checksumLength } from './checksum.ts';
import { deflateText, inflateText } from './deflate.ts';
import { type LinkPayload, parseLinkDocument, toLinkDocument, versionOf } from './link-document.ts';
import { type LinkedStep, parseStepSuffix } from './link-step.ts';

/** What opening an address found. Damage always comes with a sentence on what to do. */
export type LinkOutcome =
  | { kind: 'none' }
  | {
      kind: 'playground';
      playground: Playground;
      contentHash: string | null;
      /** What the author's page counted; null when the link has no counters. */
      counters: AuthorCounters | null;
      /** The step of a plan that it points at; null when it points at none. */
      step: LinkedStep | null;
    }
  | { kind: 'example'; id: string; step: LinkedStep | null }
  | { kind: 'lesson'; id: string; step: LinkedStep | null }
  | { kind: 'damaged'; reason: LinkDamage; message: string };

export type LinkDamage = 'cut-off' | 'corrupted' | 'too-big' | 'future-version' | 'invalid';

export type MadeLink =
  /** With its `#`. */
  | { kind: 'made'; hash: string }
  /** The playground exceeds what a link may hold: `message` says what and what to do. */
  | { kind: 'refused'; message: string };

/** A link's document, inflated. */
export const maxLinkDocumentBytes = 1024 * 1024;
// Deflate never adds more than a few bytes a block, base64 adds a third.
const maxPayloadLength = Math.ceil((maxLinkDocumentBytes * 4) / 3) + 4096;
const maxJsonDepth = 12;
// Versions 2 and 3 added keys and changed none.
const upgradeSteps: readonly UpgradeStep[] = [(document) => document, (document) => document];

/** The link of a playground. Every link made can be opened: what could not is refused here. */
export async function toLink(payload: LinkPayload): Promise<MadeLink> {
  const document = toLinkDocument(payload);
  const check = parseLinkDocument(document);
  if (check.kind === 'invalid') {
    return {
      kind: 'refused',
      message: `This playground does not fit in a link: ${check.problem}. Save it as a file instead.`,
    };
  }
  const json = JSON.stringify(document);
  if (new Blob([json]).size > maxLinkDocumentBytes) {
    return {
      kind: 'refused',
      message: `This playground is larger than the 1 MiB that a link holds: ${largestPart(payload.playground)}. Save it as a file instead.`,
    };
  }
  const payloadText = toBase64url(await deflateText(json));
  const body = `${versionOf(document)}.${payloadText.length.toString(36)}.${payloadText}`;
  return { kind: 'made', hash: `#p=${body}.${checksum(body)}` };
}

function largestPart({ schemaSql, notes, queries }: Playground): string {
  const parts = [
    { name: 'the schema has', length: schemaSql.length },
    { name: 'the notes have', length: notes.length },
    ...queries.map(({ name, sql }) => ({ name: `the query “${name}” has`, length: sql.length })),
  ];
  const largest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  return `${largest.name} ${largest.length.toLocaleString('en-US')} characters`;
}

/** Reads the hash of an address (with or without its `#`). Never throws. */
export async function parseLink(hash: string): Promise<LinkOutcome> {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { kind: 'none' };
  const named = /^(example|lesson)\/([a-z0-9-]{1,64})(?=&|$)/.exec(text);
  if (named?.[2]) {
    const step = parseStepSuffix(text.slice(named[0].length));
    return { kind: named[1] === 'lesson' ? 'lesson' : 'example', id: named[2], step };
  }
  if (text === 'p' || text.startsWith('p=')) return parsePlaygroundLink(text.slice(2));
  return damaged(
    'invalid',
    'The end of this address is not a link of SQL Dyno. Copy the link again from where it was shared.',
  );
}

async function parsePlaygroundLink(text: string): Promise<LinkOutcome> {
  const head = /^(\d{1,9})(?:\.(?:([0-9a-z]{1,9})(\.)?)?)?/.exec(text);
  const version = Number(head?.[1]);
  if (head?.[0].includes('.') && version > linkVersion) return futureVersion(version);
  const lengthText = head?.[2];
  if (text === head?.[0] && head[3] === undefined) return cutOff(text.length, null);
  if (text === '') return cutOff(0, null);
  if (head === null || version < 1 || lengthText === undefined || head[3] === undefined) {
    return corrupted();
  }
  const start = head[0].length;
  const length = Number.parseInt(lengthText, 36);
  if (length > maxPayloadLength) return tooBig();
  const bodyEnd = start + length;
  const linkEnd = bodyEnd + 1 + checksumLength;
  if (text.length < linkEnd) return cutOff(text.length, linkEnd);
  // What follows a whole link (a full stop or a bracket of the sentence around it) is not ours.
  if (text.slice(bodyEnd, linkEnd) !== `.${checksum(text.slice(0, bodyEnd))}`) return corrupted();
  const step = parseStepSuffix(text.slice(linkEnd));
  return openPayload(text.slice(start, bodyEnd), version, step);
}

async function openPayload(
  payload: string,
  version: number,
  step: LinkedStep | null,
): Promise<LinkOutcome> {
  const bytes = parseBase64url(payload);
  if (bytes === null) return corrupted();
  const inflated = await inflateText(bytes, maxLinkDocumentBytes);
  if (inflated.kind === 'too-big') return tooBig();
  if (inflated.kind === 'corrupted') return corrupted();
  const json = parseBoundedJson(inflated.text, maxJsonDepth);
  if (json.kind !== 'value') return invalid('it does not hold a document');
  const generators: unknown = Object(json.value).g;
  if (isFutureGenerators(generators)) {
    return damaged(
      'future-version',
      'This link asks for data generators that are newer than this page. Reload the page to get the newest SQL Dyno, then open the link again.',
    );
  }
  const check = parseLinkDocument(upgradeDocument(json.value, version, upgradeSteps));
  if (check.kind === 'invalid') return invalid(check.problem);
  return { kind: 'playground', ...check.payload, step };
}

function damaged(reason: LinkDamage, message: string): LinkOutcome {
  return { kind: 'damaged', reason, message };
}

function cutOff(arrived: number, expected: number | null): LinkOutcome {
  const count = (length: number) => length.toLocaleString('en-US');
  const share =
    expected === null ? '' : `: ${count(arrived)} of its ${count(expected)} characters arrived`;
  return damaged(
    'cut-off',
    `This link is cut off${share}. Copy it again as a whole, or ask for the playground as a file: some chat tools shorten long links.`,
  );
}

function corrupted(): LinkOutcome {
  return damaged(
    'corrupted',
    'This link was changed on its way: its checksum does not match. Copy it again from where it was shared, or ask for the playground as a file.',
  );
}

function tooBig(): LinkOutcome {
  return damaged(
    'too-big',
    'This link holds more than the 1 MiB that a link may hold, so it was not opened. Ask for the playground as a file.',
  );
}

function futureVersion(version: number): LinkOutcome {
  return damaged(
    'future-version',
    `This link was made by a newer SQL Dyno (format ${version}; this page reads up to ${linkVersion}). Reload the page to get the newest version, then open the link again.`,
  );
}

function invalid(problem: string): LinkOutcome {
  return damaged(
    'invalid',
    `This link does not hold a playground that can be opened: ${problem}. Ask its author for a new link.`,
  );
}
