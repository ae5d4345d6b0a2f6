// The link of the playground while the Share dialog is open: at once without, soon with the hash
// of its data. The link never waits for the hash.
import { useEffect, useState } from 'react';
import { isBusy } from '../../state/activity.ts';
import type { SharedLink } from '../../state/commands/share/share-commands.ts';
import { useApp } from '../shared/app-context.tsx';

export type DataHash =
  | { kind: 'computing' }
  | { kind: 'known'; hash: string }
  /** No data of this playground is built. */
  | { kind: 'no-data' }
  /** The engine is at work; hashing would disturb it. */
  | { kind: 'busy' }
  | { kind: 'failed' };

export interface ShareLinkState {
  /** Null for the moment that compressing takes. */
  link: SharedLink | null;
  dataHash: DataHash;
}

export function useShareLink(): ShareLinkState {
  const { share, runs } = useApp();
  const [state, setState] = useState<ShareLinkState>({
    link: null,
    dataHash: { kind: 'computing' },
  });

  useEffect(() => {
    let isOpen = true;
    async function make(dataHash: DataHash): Promise<void> {
      const link = await share.makeLink();
      if (!isOpen) return;
      setState({ link, dataHash });
      if (link.kind === 'made') share.showInAddressBar(link.url);
    }
    async function start(): Promise<void> {
      if (isBusy(runs.getState().activity)) {
        await make({ kind: 'busy' });
        return;
      }
      await make({ kind: 'computing' });
      try {
        const hash = isOpen ? await share.hashContent() : null;
        await make(hash === null ? { kind: 'no-data' } : { kind: 'known', hash });
      } catch {
        if (isOpen) setState((before) => ({ ...before, dataHash: { kind: 'failed' } }));
      }
    }
    void start();
    return () => {
      isOpen = false;
    };
  }, [share, runs]);

  return state;
}
