// The banner of an opened link in words: what it holds, what it costs, what came of it.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { OpenedLink } from '../../ui-store.ts';
import type { AuthorConfirmation } from './author-confirmation.ts';
import { dataFileWords } from './linked-data.ts';

export interface OpenedLinkWords {
  tone: 'info' | 'success' | 'warning';
  title: string;
  text: string;
}

/** `2 queries × 3 setups, 1,000,000 rows, about 8 s` */
export function linkCost({ queries, setups, rows, estimateMs }: OpenedLink): string {
  const cells = `${formatCountOf(queries, 'query', 'queries')} × ${formatCountOf(setups, 'setup')}`;
  return `${cells}, ${formatCountOf(rows, 'row')}, about ${roughSeconds(estimateMs)}`;
}

/** `author`: how its counters stand to those counted here, null when it came without any. */
export function openedLinkWords(
  link: OpenedLink,
  author: Pick<AuthorConfirmation, 'status' | 'sentence'> | null = null,
): OpenedLinkWords {
  const words = dataWords(link);
  if (!author) return words;
  const isContradicted = author.status === 'contradicted';
  return {
    tone: isContradicted ? 'warning' : words.tone,
    title:
      isContradicted && words.tone === 'success'
        ? `${words.title}, but other counters`
        : words.title,
    // What has been counted here outweighs the rest; before that, it is one more thing to know.
    text:
      author.status === 'waiting'
        ? `${words.text} ${author.sentence}`
        : `${author.sentence} ${words.text}`,
  };
}

function dataWords(link: OpenedLink): OpenedLinkWords {
  const name = link.title === '' ? 'a playground without a title' : `“${link.title}”`;
  const file = link.imported;
  switch (link.status) {
    case 'waiting':
      return {
        tone: 'info',
        title: `Opened from a link: ${name}`,
        text: `${linkCost(link)}. ${nextStep(link)}`,
      };
    case 'reproducing':
      return {
        tone: 'info',
        title: `Reproducing ${name}`,
        text: file
          ? `${linkCost(link)}. The data is ${dataFileWords(file)}, read in this page.`
          : `${linkCost(link)}. The data is made from the link’s recipe, in this page.`,
      };
    case 'same-data':
      return {
        tone: 'success',
        title: 'Same data as the author’s',
        text: `The data’s hash is the link’s (${link.contentHash}). Plans can be compared directly; times are this machine’s own.`,
      };
    case 'different-data':
      return {
        tone: 'warning',
        title: 'The data differs from the author’s',
        text: file
          ? `This ${file.fileName} is not the author’s: its hash is not the one in the link. Compare setups here with each other, not with the author’s figures.`
          : 'Its hash is not the one in the link: the author changed rows by hand, or used another version. Compare setups here with each other, not with the author’s figures.',
      };
    case 'reproduced':
      return {
        tone: 'success',
        title: `Reproduced ${name}`,
        text: file
          ? `The link names ${file.fileName} by a hash, and this is that file’s data. Times are this machine’s own.`
          : 'The same recipe gives the same rows; this link holds no hash to confirm it by. Times are this machine’s own.',
      };
    default:
      return assertNever(link.status);
  }
}

function nextStep({ imported }: OpenedLink): string {
  if (!imported) {
    return 'Nothing of it runs before you press Reproduce; your own playground is kept.';
  }
  const file = dataFileWords(imported);
  return imported.isHere
    ? `Its data is the file ${file}, which this browser has. Nothing of it runs before you press Reproduce; your own playground is kept.`
    : `Its data is the file ${file}, which is not in the link: open your copy of it to measure here. Your own playground is kept.`;
}

/** One digit at most: it is a guess. */
function roughSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return '1 s';
  if (seconds < 20) return `${Math.round(seconds)} s`;
  if (seconds < 90) return `${Math.round(seconds / 10) * 10} s`;
  return `${Math.round(seconds / 60)} min`;
}
