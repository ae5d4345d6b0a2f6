// What has changed since the pinned comparison, in sentences: switches, plans, counted work.
// Keeps away from comparing; a selector does.
import { ChevronDown, Pin } from 'lucide-react';
import { relativeTime } from '../../lib/format/relative-time.ts';
import type { PinnedSetup, PinnedView } from '../../state/selectors/history/pinned-view.ts';
import { useApp, useKept } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { usePinnedView } from '../shared/use-pinned-view.ts';
import styles from './Pinned.module.css';

export function PinnedWords() {
  const view = usePinnedView();
  return view && <Words view={view} />;
}

function Words({ view }: { view: PinnedView }) {
  const setups = view.kind === 'matched' ? view.setups : [];
  const changed = setups.filter(({ isUnchanged }) => !isUnchanged);
  const unchanged = setups.filter(({ isUnchanged }) => isUnchanged);
  return (
    <section aria-label="Pinned comparison" className={styles.words}>
      <details className={styles.more}>
        <summary>
          <Heading view={view} />
        </summary>
        <div className={styles.told}>
          {view.kind === 'unmatched' ? (
            <p>It has no query with this name and statement.</p>
          ) : view.isItself ? (
            <p>
              This is what is pinned. Change an index or the query and press Compare: then and now
              will stand here.
            </p>
          ) : (
            <>
              {view.changes.length > 0 && <p>Since then: {view.changes.join('; ')}.</p>}
              <ul className={styles.sentences}>
                {changed.map((setup) => (
                  <li key={setup.setupId}>
                    <SetupChip letter={setup.letter} size="sm" title={setup.name} />
                    <p>{setupSentence(setup)}</p>
                  </li>
                ))}
                {unchanged.length > 0 && (
                  <li>
                    {unchanged.map(({ setupId, letter, name }) => (
                      <SetupChip key={setupId} letter={letter} size="sm" title={name} />
                    ))}
                    <p>Same plan and same VM steps, then and now.</p>
                  </li>
                )}
              </ul>
              {view.gone.length > 0 && <p>Gone since then: {view.gone.join(', ')}.</p>}
            </>
          )}
        </div>
      </details>
      <UnpinButton />
    </section>
  );
}

/** In a line: when, and of which setups there is something to tell. */
function Heading({ view }: { view: PinnedView }) {
  const { title, at } = view;
  return (
    <span className={styles.heading} title={`“${title}”, ${new Date(at).toLocaleString()}`}>
      <Pin size={13} aria-hidden="true" />
      <span className={styles.line}>
        Pinned {relativeTime(Date.parse(at), Date.now())}
        <span className={styles.short}>: {shortWords(view)}</span>
      </span>
      <ChevronDown size={14} aria-hidden="true" className={styles.chevron} />
    </span>
  );
}

function UnpinButton() {
  const { kept } = useApp();
  const pinnedId = useKept((history) => history.pinned?.id ?? null);
  const isCurrent = useKept((history) => history.currentId === pinnedId);
  // Otherwise the button beside the tabs does it.
  if (isCurrent || pinnedId === null) return null;
  return (
    <Button size="sm" variant="ghost" onClick={() => void kept.setPinned(pinnedId, false)}>
      Unpin
    </Button>
  );
}

function shortWords(view: PinnedView): string {
  if (view.kind === 'unmatched') return 'another query';
  if (view.isItself) return 'what is shown';
  const letters = view.setups.flatMap(({ isUnchanged, letter }) => (isUnchanged ? [] : letter));
  return letters.length === 0 ? 'nothing changed' : `${letters.join(', ')} changed`;
}

function setupSentence({ before, changes, work, isOtherPlan }: PinnedSetup): string {
  if (!before) return 'New since then.';
  const switches = changes.join('; ');
  const sentences = [
    switches && `${switches.charAt(0).toUpperCase()}${switches.slice(1)}.`,
    isOtherPlan && 'Another plan.',
    work,
  ];
  return sentences.filter(Boolean).join(' ');
}
