// Copies the playground's link without a dialog: Ctrl+S. Where that fails, the dialog opens.

import { formatCount } from '../../lib/format-count.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { unsharedDataWords } from '../../state/selectors/share/linked-data.ts';
import { copyText } from '../shared/export/copy-text.ts';

/** Copies the link, puts it in the address bar and says so in a notice. */
export async function copyLink({ share, notices, ui, document }: PlaygroundApp): Promise<void> {
  const link = await share.makeLink();
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
    text: `Link copied: ${formatCount(link.length)} characters, nothing was uploaded`,
    details: [
      ...(imported ? [unsharedDataWords(imported)] : []),
      ...(link.advice.level === 'fine' ? [] : [link.advice.message]),
    ],
    action: null,
  });
}
