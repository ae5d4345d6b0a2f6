// What stands under the header: an opened link, a link that could not be opened, storage that fails.

import { useState } from 'react';
import { isBusy } from '../../state/activity.ts';
import { isFileMissing } from '../../state/selectors/data/imported-view.ts';
import { authorConfirmation } from '../../state/selectors/share/author-confirmation.ts';
import { openedLinkWords } from '../../state/selectors/share/opened-link-words.ts';
import { savePlaygroundFile } from '../library/playground-files.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Banner } from '../shared/messages/Banner.tsx';

export function Banners() {
  const isNeeded = useUi(
    ({ linkProblem, openedLink, storageProblem }) =>
      linkProblem !== null || openedLink !== null || storageProblem !== null,
  );
  const isMissing = useIsFileMissing();
  if (!isNeeded && !isMissing) return null;
  return (
    <section aria-label="Messages">
      <LinkProblem />
      <OpenedLinkBanner />
      <MissingFile />
      <StorageProblem />
    </section>
  );
}

function LinkProblem() {
  const { ui } = useApp();
  const problem = useUi(({ linkProblem }) => linkProblem);
  if (problem === null) return null;
  return (
    <Banner
      tone="error"
      shape="strip"
      title="This link could not be opened"
      onDismiss={() => ui.setState({ linkProblem: null })}
    >
      {problem} What you see below is not the link’s playground.
    </Banner>
  );
}

function OpenedLinkBanner() {
  const { share, imports } = useApp();
  const link = useUi(({ openedLink }) => openedLink);
  const isEngineBusy = useRuns(({ activity }) => isBusy(activity));
  const playground = usePlayground((whole) => whole);
  const counts = useRuns((runs) => runs.counts);
  const database = useRuns((runs) => runs.database);
  if (link === null) return null;
  const author = authorConfirmation(playground, { counts, database }, link.author);
  const { tone, title, text } = openedLinkWords(link, author);
  const isReproducing = link.status === 'reproducing';
  const isOffered = link.status === 'waiting' || isReproducing;
  return (
    <Banner
      tone={tone}
      shape="strip"
      title={title}
      actions={
        isOffered &&
        (link.imported?.isHere === false ? (
          <Button variant="primary" onClick={imports.pick}>
            Open the file…
          </Button>
        ) : (
          <Button
            variant="primary"
            isBusy={isReproducing}
            disabled={isEngineBusy}
            onClick={() => void share.reproduce()}
          >
            Reproduce
          </Button>
        ))
      }
      onDismiss={share.dismissBanner}
    >
      {text}
    </Banner>
  );
}

/** The banner of an opened link asks for its file itself. */
function useIsFileMissing(): boolean {
  const imported = usePlayground((playground) => playground.imported);
  const isAskedFor = useUi(({ openedLink }) => openedLink?.imported?.isHere === false);
  const isMissing = useRuns((runs) => isFileMissing(imported, runs));
  return isMissing && !isAskedFor;
}

function MissingFile() {
  const { imports } = useApp();
  const imported = usePlayground((playground) => playground.imported);
  const isMissing = useIsFileMissing();
  if (!isMissing || !imported) return null;
  return (
    <Banner
      tone="warning"
      shape="strip"
      title={`The file ${imported.fileName} is not in this browser`}
      actions={
        <>
          <Button onClick={imports.detach}>Generate rows instead</Button>
          <Button variant="primary" onClick={imports.pick}>
            Open the file…
          </Button>
        </>
      }
    >
      It holds the data of this playground. Schema, queries and setups are all here.
    </Banner>
  );
}

function StorageProblem() {
  const app = useApp();
  const problem = useUi(({ storageProblem }) => storageProblem);
  // Every save that fails says so again; once dismissed, the same sentence stays away.
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (problem === null || problem === dismissed) return null;
  return (
    <Banner
      tone="warning"
      shape="strip"
      isAnnounced
      actions={<Button onClick={() => savePlaygroundFile(app)}>Save as file</Button>}
      onDismiss={() => setDismissed(problem)}
    >
      {problem}
    </Banner>
  );
}
