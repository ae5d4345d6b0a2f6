// Copies the playground's link without a dialog: Ctrl+S. Where that fails, the dialog opens.
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { copyLinkOut } from '../shared/export/copy-out.ts';

/** Copies the link, puts it in the address bar and says so in a notice. */
export async function copyLink(app: PlaygroundApp): Promise<void> {
  await copyLinkOut(app, await app.share.makeLink(), 'Link');
}
