// Sharing: the playground as a link and as text, and opening what others shared.
// Opening runs nothing: Reproduce does, after a click.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { examples } from '../../../examples/list.ts';
import { parseLink, toLink } from '../../../share/link/link.ts';
import { type LinkSizeAdvice, linkSizeAdvice } from '../../../share/link/link-size.ts';
import { type LinkedStep, stepSuffix } from '../../../share/link/link-step.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { databaseBasis } from '../../selectors/basis.ts';
import { estimateMs } from '../../selectors/comparing/estimate.ts';
import { dataRows } from '../../selectors/data/data-rows.ts';
import { authorCells } from '../../selectors/share/author-cells.ts';
import { dataFileWords } from '../../selectors/share/linked-data.ts';
import { placeOfStep, stepAtPlace } from '../../selectors/share/linked-step.ts';
import { sharedCounters } from '../../selectors/share/shared-counters.ts';
import { verdictLines } from '../../selectors/share/verdict-lines.ts';
import type { LinkedData, OpenedLink, PlanPlace, UiStore } from '../../ui-store.ts';
import type { DocumentCommands } from '../document/document-commands.ts';
import type { Notices } from '../notices.ts';
import { asActivity } from '../work/activity.ts';

export type SharedLink =
  | { kind: 'made'; url: string; length: number; advice: LinkSizeAdvice }
  | { kind: 'refused'; message: string };

export type OpenedAddress = 'nothing' | 'playground' | 'example' | 'problem';

export interface ShareCommands {
  /** The link of the playground; with the hash of its data when that is known. */
  makeLink(): Promise<SharedLink>;
  /** The same, pointing at a step of a plan: whoever opens it sees that step. */
  makeStepLink(place: PlanPlace): Promise<SharedLink>;
  /** Title, verdict lines and link, ready to paste. */
  textToPaste(url: string): string;
  /** Hashes the data if the built database is the playground's, so that links can carry it. */
  hashContent(): Promise<string | null>;
  /**
   * Opens the hash of an address. Never runs a statement of it. When it is the link of `own`, the
   * playground that the browser kept, there is nothing to open.
   */
  open(hash: string, own?: Playground | null): Promise<OpenedAddress>;
  /**
   * Opens the hash that the address got while the page is open: with a notice, and Undo in it. An
   * example gets its data at once.
   */
  follow(hash: string): Promise<OpenedAddress>;
  /** Builds the data of an opened link, checks it against the author's, and compares. */
  reproduce(): Promise<void>;
  /** Puts the link into the address bar, without a step in the history. */
  showInAddressBar(url: string): void;
  dismissBanner(): void;
}

export interface ShareDependencies {
  document: DocumentEditor;
  runs: RunsStore;
  ui: UiStore;
  client: EngineClient;
  playground: DocumentCommands;
  generate: () => Promise<boolean>;
  /** The same once nothing else is under way. */
  generateWhenIdle: () => Promise<boolean>;
  compare: () => Promise<boolean>;
  notices: Notices;
  /** Address of the page without its hash. */
  pageAddress: string;
  replaceAddress: (url: string) => void;
  /** Whether this browser has the image of an imported file. */
  hasImage: (imageId: string) => Promise<boolean>;
}

export function createShareCommands(dependencies: ShareDependencies): ShareCommands {
  const { document, runs, ui, client, pageAddress } = dependencies;
  /** The content hash by the basis it was computed from. */
  let known: { basis: string; hash: string } | null = null;
  const currentBasis = () => databaseBasis(document.store.getState().playground);

  async function hashContent(onProgress = (_: number) => {}): Promise<string | null> {
    const basis = currentBasis();
    if (known?.basis === basis) return known.hash;
    // The link names the file's bytes; hashing millions of rows would say nothing more.
    if (document.store.getState().playground.imported) return null;
    if (runs.getState().database?.basis !== basis) return null;
    const { hash } = await client.engine.call(
      'contentHash',
      {},
      { onProgress: ({ fraction }) => onProgress(fraction) },
    );
    known = { basis, hash };
    return hash;
  }

  /** True, and the banner says how the data compares with the author's; false when it failed. */
  function checkData(expected: string | null): Promise<boolean> {
    return asActivity(runs, { kind: 'checking', fraction: 0 }, async () => {
      const hash =
        expected &&
        (await hashContent((fraction) =>
          runs.setState({ activity: { kind: 'checking', fraction } }),
        ));
      if (hash === null) setLink({ status: 'reproduced' });
      else setLink({ status: hash === expected ? 'same-data' : 'different-data' });
    });
  }

  function setLink(patch: Partial<OpenedLink>): void {
    ui.setState(({ openedLink }) => ({ openedLink: openedLink && { ...openedLink, ...patch } }));
  }

  // The mark comes first: autosave must not take the change for the user's.
  function visit(playground: Playground): void {
    ui.setState({ visited: playground });
    dependencies.playground.replace(playground);
  }

  async function linkedData({ imported }: Playground): Promise<LinkedData | null> {
    if (!imported) return null;
    const { imageId, fileName, sizeBytes } = imported;
    return { imageId, fileName, sizeBytes, isHere: await dependencies.hasImage(imageId) };
  }

  async function makeLink(suffix = ''): Promise<SharedLink> {
    const { playground } = document.store.getState();
    const contentHash = known?.basis === currentBasis() ? known.hash : null;
    const counters = sharedCounters(playground, runs.getState());
    const made = await toLink({ playground, contentHash, counters });
    if (made.kind === 'refused') return made;
    const url = pageAddress + made.hash + suffix;
    return { kind: 'made', url, length: url.length, advice: linkSizeAdvice(url.length) };
  }

  function showStep(step: LinkedStep | null): void {
    const place = step && placeOfStep(document.store.getState().playground, step);
    if (!place) return;
    const { queryId, setupId } = place;
    ui.setState({ mode: 'bench', detailTab: 'plan', planFormat: 'tree', phonePane: 'detail' });
    ui.setState({ queryId, setupId, planPlace: place });
  }

  async function open(hash: string, own: Playground | null = null): Promise<OpenedAddress> {
    const outcome = await parseLink(hash);
    if (outcome.kind === 'none') return 'nothing';
    if (outcome.kind === 'damaged') {
      ui.setState({ linkProblem: outcome.message });
      return 'problem';
    }
    if (outcome.kind === 'lesson') {
      ui.setState({ linkProblem: `There is no lesson "${outcome.id}" in this version.` });
      return 'problem';
    }
    if (outcome.kind === 'example') {
      const example = examples.find(({ id }) => id === outcome.id);
      if (!example) {
        ui.setState({ linkProblem: `There is no example "${outcome.id}" in this version.` });
        return 'problem';
      }
      visit(example.playground);
      showStep(outcome.step);
      return 'example';
    }
    const { playground, contentHash, counters, step } = outcome;
    if (own && (await isSameLink(own, playground))) {
      showStep(step);
      return 'nothing';
    }
    const imported = await linkedData(playground);
    visit(playground);
    showStep(step);
    if (imported && !imported.isHere) runs.setState({ missingImage: imported.imageId });
    ui.setState({
      openedLink: {
        title: playground.title,
        queries: playground.queries.length,
        setups: playground.setups.length,
        rows: dataRows(playground),
        estimateMs: estimateMs(playground),
        imported,
        contentHash,
        author: counters && authorCells(playground, counters),
        status: 'waiting',
      },
    });
    return 'playground';
  }

  async function follow(hash: string): Promise<OpenedAddress> {
    const before = document.store.getState().playground;
    const { visited, openedLink, queryId, setupId } = ui.getState();
    const opened = await open(hash);
    if (opened !== 'playground' && opened !== 'example') return opened;
    const { title } = document.store.getState().playground;
    dependencies.notices.show({
      tone: 'info',
      text:
        opened === 'example' ? `Opened the example “${title}”` : `Opened the link of “${title}”`,
      details: [],
      action: {
        label: 'Undo',
        run() {
          // What was visited before is visited again; one's own playground is no visit.
          if (visited !== null) ui.setState({ visited });
          document.edit(() => before);
          ui.setState({ openedLink, queryId, setupId });
        },
      },
    });
    if (opened === 'example') void dependencies.generateWhenIdle();
    return opened;
  }

  return {
    hashContent: () => hashContent(),
    makeLink: () => makeLink(),
    makeStepLink(place) {
      const step = stepAtPlace(document.store.getState().playground, place);
      return makeLink(step ? stepSuffix(step) : '');
    },
    textToPaste(url) {
      const { playground } = document.store.getState();
      const { title, imported } = playground;
      const data = imported ? [`Data: the file ${dataFileWords(imported)}, not in the link`] : [];
      return [title, ...verdictLines(playground, runs.getState()), ...data, url].join('\n');
    },
    open,
    follow,
    async reproduce() {
      const expected = ui.getState().openedLink?.contentHash ?? null;
      ui.setState({ visited: null });
      setLink({ status: 'reproducing' });
      if ((await dependencies.generate()) && (await checkData(expected))) {
        await dependencies.compare();
      } else {
        setLink({ status: 'waiting' });
      }
    },
    showInAddressBar: (url) => dependencies.replaceAddress(url),
    dismissBanner: () => ui.setState({ openedLink: null, linkProblem: null }),
  };
}

/** Ids are made anew when a link is opened, so playgrounds are compared as links. */
async function isSameLink(a: Playground, b: Playground): Promise<boolean> {
  const [one, other] = await Promise.all([toLink({ playground: a }), toLink({ playground: b })]);
  return one.kind === 'made' && other.kind === 'made' && one.hash === other.hash;
}
