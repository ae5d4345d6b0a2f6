// Takes the plans out of the page: as Markdown, or as a link to a step. The browser's part of it.
import type { PlaygroundApp } from '../../state/playground-app.ts';
import type { ManyRows } from '../../state/selectors/plan/findings-view.ts';
import type { PlanPlace } from '../../state/ui-store.ts';
import { copyLinkOut, copyOrOffer } from '../shared/export/copy-out.ts';

/** Copies the plans of a query; nothing where there are none. */
export async function copyPlans(
  app: PlaygroundApp,
  queryId: string,
  manyRows: ManyRows,
): Promise<void> {
  const text = await app.exports.plansMarkdown(queryId, manyRows);
  if (text !== null) await copyOrOffer(app, { text, what: 'Plans', fileName: 'plans.md' });
}

/** Copies a link that opens this playground with the step in sight. */
export async function copyStepLink(app: PlaygroundApp, place: PlanPlace): Promise<void> {
  await copyLinkOut(app, await app.share.makeStepLink(place), 'Link to this step');
}
