// Takes the plans out of the page: as Markdown, or as a link to a step. The browser's part of it.
import { formatCount } from '../../lib/format-count.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { unsharedDataWords } from '../../state/selectors/share/linked-data.ts';
import type { PlanPlace } from '../../state/ui-store.ts';
import { copyText } from '../shared/export/copy-text.ts';
import { saveFile } from '../shared/export/save-file.ts';

/** Copies the plans of a query and says so in a notice; where that is not allowed, offers a file. */
export async function copyPlans(
  { exports, notices }: PlaygroundApp,
  queryId: string,
): Promise<void> {
  const text = await exports.plansMarkdown(queryId);
  if (text === null) return;
  const isCopied = await copyText(text);
  notices.show({
    tone: isCopied ? 'info' : 'warning',
    text: isCopied
      ? `Plans copied as Markdown: ${formatCount(text.length)} characters`
      : 'The browser did not allow copying',
    details: [],
    action: isCopied
      ? null
      : {
          label: 'Save as file',
          run: () => saveFile({ name: 'plans.md', text }, 'text/markdown'),
        },
  });
}

/** Copies a link that opens this playground with the step in sight. */
export async function copyStepLink(
  { share, notices, ui, document }: PlaygroundApp,
  place: PlanPlace,
): Promise<void> {
  const link = await share.makeStepLink(place);
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
    text: `Link to this step copied: ${formatCount(link.length)} characters, nothing was uploaded`,
    details: [
      ...(imported ? [unsharedDataWords(imported)] : []),
      ...(link.advice.level === 'fine' ? [] : [link.advice.message]),
    ],
    action: null,
  });
}
