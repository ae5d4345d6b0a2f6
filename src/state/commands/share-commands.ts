// Sharing: the playground as a link and as text, and opening what others shared.
// Opening runs nothing: Reproduce does, after a click.
import type { EngineClient } from '../../client/engine-client.ts';
import { examples } from '../../examples/list.ts';
import { parseLink, toLink } from '../../share/link.ts';
import { type LinkSizeAdvice, linkSizeAdvice } from '../../share/link-size.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { RunsStore } from '../runs-store.ts';
import { databaseBasis } from '../selectors/basis.ts';
import { estimateMs } from '../selectors/estimate.ts';
import { verdictLines } from '../selectors/verdict-lines.ts';
import type { OpenedLink, UiStore } from '../ui-store.ts';
import type { DocumentCommands } from './document-commands.ts';

export type SharedLink =
  | { kind: 'made'; url: string; length: number; advice: LinkSizeAdvice }
  | { kind: 'refused'; message: string };

export type OpenedAddress = 'nothing' | 'playground' | 'example' | 'problem';

export interface ShareCommands {
  /** The link of the playground; with the hash of its data when that is known. */
  makeLink(): Promise<SharedLink>;
  /** Title, verdict lines and link, ready to paste. */
  textToPaste(url: string): string;
  /** Hashes the data if the built database is the playground's, so that links can carry it. */
  hashContent(): Promise<string | null>;
  /** Opens the hash of an address. Never runs a statement of it. */
  open(hash: string): Promise<OpenedAddress>;
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
  compare: () => Promise<boolean>;
  /** Address of the page without its hash. */
  pageAddress: string;
  replaceAddress: (url: string) => void;
}

export function createShareCommands(dependencies: ShareDependencies): ShareCommands {
  const { document, runs, ui, client, pageAddress } = dependencies;
  /** The content hash by the basis it was computed from. */
  let known: { basis: string; hash: string } | null = null;
  const currentBasis = () => databaseBasis(document.store.getState().playground);

  async function hashContent(): Promise<string | null> {
    const basis = currentBasis();
    if (known?.basis === basis) return known.hash;
    if (runs.getState().database?.basis !== basis) return null;
    const { hash } = await client.engine.call('contentHash', {});
    known = { basis, hash };
    return hash;
  }

  function setLink(patch: Partial<OpenedLink>): void {
    ui.setState(({ openedLink }) => ({ openedLink: openedLink && { ...openedLink, ...patch } }));
  }

  return {
    hashContent,
    async makeLink() {
      const { playground } = document.store.getState();
      const contentHash = known?.basis === currentBasis() ? known.hash : null;
      const made = await toLink({ playground, contentHash });
      if (made.kind === 'refused') return made;
      const url = pageAddress + made.hash;
      return { kind: 'made', url, length: url.length, advice: linkSizeAdvice(url.length) };
    },
    textToPaste(url) {
      const { playground } = document.store.getState();
      return [playground.title, ...verdictLines(playground, runs.getState()), url].join('\n');
    },
    async open(hash) {
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
        dependencies.playground.replace(example.playground);
        return 'example';
      }
      const { playground, contentHash } = outcome;
      dependencies.playground.replace(playground);
      ui.setState({
        openedLink: {
          title: playground.title,
          queries: playground.queries.length,
          setups: playground.setups.length,
          rows: Object.values(playground.recipe.rows).reduce((sum, rows) => sum + rows, 0),
          estimateMs: estimateMs(playground),
          contentHash,
          status: 'waiting',
        },
      });
      return 'playground';
    },
    async reproduce() {
      const expected = ui.getState().openedLink?.contentHash ?? null;
      setLink({ status: 'reproducing' });
      if (!(await dependencies.generate())) {
        setLink({ status: 'waiting' });
        return;
      }
      const hash = expected === null ? null : await hashContent();
      if (hash === null) setLink({ status: 'reproduced' });
      else setLink({ status: hash === expected ? 'same-data' : 'different-data' });
      await dependencies.compare();
    },
    showInAddressBar: (url) => dependencies.replaceAddress(url),
    dismissBanner: () => ui.setState({ openedLink: null, linkProblem: null }),
  };
}
