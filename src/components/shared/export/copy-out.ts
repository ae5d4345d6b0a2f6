// Copies a text or a link out of the page and says so; where the browser refuses, offers another way.
import { formatCount } from '../../../lib/format/format-count.ts';
import type { PlaygroundApp } from '../../../state/playground-app.ts';
import { unsharedDataWords } from '../../../state/selectors/share/linked-data.ts';
import { copyText } from './copy-text.ts';
import { saveFile } from './save-file.ts';

export interface MarkdownOut {
  text: string;
  /** At the beginning of a sentence: "Plans". */
  what: string;
  /** Of the file that is offered where copying is not allowed. */
  fileName: string;
}

export async function copyOrOffer(
  { notices }: Pick<PlaygroundApp, 'notices'>,
  { text, what, fileName }: MarkdownOut,
): Promise<void> {
  const isCopied = await copyText(text);
  notices.show({
    tone: isCopied ? 'info' : 'warning',
    text: isCopied
      ? `${what} copied as Markdown: ${formatCount(text.length)} characters`
      : 'The browser did not allow copying',
    details: [],
    action: isCopied
      ? null
      : {
          label: 'Save as file',
          run: () => saveFile({ name: fileName, text }, 'text/markdown'),
        },
  });
}

type MadeLink = Awaited<ReturnType<PlaygroundApp['share']['makeLink']>>;

/** Copies a link and puts it in the address bar. `what`: "Link", at the beginning of a sentence. */
export async function copyLinkOut(
  { share, notices, ui, document }: PlaygroundApp,
  link: MadeLink,
  what: string,
): Promise<void> {
  if (link.kind === 'refused') {
    notices.show({ tone: 'error', text: link.message, details: [], action: null });
    return;
  }
  share.showInAddressBar(link.url);
  if (!(await copyText(link.url))) {
    ui.setState({ dialog: 'share' });
    return;
  }
  const { imported } = document.store.getState().playground;
  const isFine = link.advice.level === 'fine' && !imported;
  notices.show({
    tone: isFine ? 'info' : 'warning',
    text: `${what} copied: ${formatCount(link.length)} characters, nothing was uploaded`,
    details: [
      ...(imported ? [unsharedDataWords(imported)] : []),
      ...(link.advice.level === 'fine' ? [] : [link.advice.message]),
    ],
    action: null,
  });
}
