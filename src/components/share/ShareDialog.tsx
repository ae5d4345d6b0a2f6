// Share: the link, text ready to paste, a file; and what the link holds.
import { FileDown } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { formatCount } from '../../lib/format/format-count.ts';
import { unsharedDataWords } from '../../state/selectors/share/linked-data.ts';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { TextField } from '../shared/fields/TextField.tsx';
import { Banner } from '../shared/messages/Banner.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './ShareDialog.module.css';
import { type DataHash, useShareLink } from './use-share-link.ts';

export interface ShareDialogProps {
  onSaveFile: () => void;
}

export function ShareDialog({ onSaveFile }: ShareDialogProps) {
  const { ui } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'share');
  const linkField = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => ui.setState({ dialog: 'none' })}
      title="Share this playground"
      description="The link is the playground: nothing is uploaded, and there is nothing to expire."
      initialFocus={linkField}
      footer={
        <>
          <span className={styles.footnote}>Too long for a link, or to keep:</span>
          <Button icon={<FileDown size={16} aria-hidden="true" />} onClick={onSaveFile}>
            Save as file
          </Button>
        </>
      }
    >
      <ShareBody linkField={linkField} />
    </Dialog>
  );
}

function ShareBody({ linkField }: { linkField: RefObject<HTMLInputElement | null> }) {
  const { share } = useApp();
  const { link, dataHash } = useShareLink();
  const imported = usePlayground((playground) => playground.imported);
  if (link?.kind === 'refused') {
    return (
      <Banner tone="error" title="No link for this playground">
        {link.message}
      </Banner>
    );
  }
  const url = link?.url ?? '';
  const text = link ? share.textToPaste(link.url) : '';
  return (
    <div className={styles.body}>
      <div className={styles.row}>
        <TextField
          ref={linkField}
          label="Link"
          isMono
          readOnly
          value={url}
          onChange={() => {}}
          onFocus={(event) => event.currentTarget.select()}
          className={styles.grow}
        />
        <CopyButton
          label="Copy link"
          variant="primary"
          text={url}
          isDisabled={link === null}
          onCopied={() => share.showInAddressBar(url)}
        />
      </div>
      {link && link.advice.level !== 'fine' ? (
        <Banner tone={link.advice.level === 'too-long' ? 'error' : 'warning'} isAnnounced={false}>
          {link.advice.message}
        </Banner>
      ) : (
        <p className={styles.note}>
          {link ? `${formatCount(link.length)} characters: short enough for any tool.` : 'Packing…'}
        </p>
      )}
      {imported && (
        <Banner tone="warning" isAnnounced={false}>
          {unsharedDataWords(imported)}
        </Banner>
      )}
      <DataHashLine dataHash={dataHash} fileName={imported?.fileName ?? null} />
      <div className={styles.row}>
        <TextArea
          label="Text to paste"
          readOnly
          rows={Math.min(6, text.split('\n').length + 1)}
          value={text}
          onChange={() => {}}
          onFocus={(event) => event.currentTarget.select()}
          className={styles.grow}
        />
        <CopyButton label="Copy text" text={text} isDisabled={link === null} />
      </div>
      <dl className={styles.holds}>
        <dt>It holds</dt>
        <dd>
          title and notes, the schema with its literal rows, rows per table, seed and the settings
          of columns, indexes, queries with their parameters, and setups. After Compare also the
          counted work, such as VM steps: the receiver’s page confirms or contradicts it.
        </dd>
        <dt>It does not hold</dt>
        <dd>
          {imported
            ? `the rows of ${imported.fileName}: only its name, size and hash`
            : 'generated rows (the receiver’s page makes the same ones from the seed)'}
          , and measured times.
        </dd>
        <dt>Opening it</dt>
        <dd>shows the plans and runs nothing else before a click on Reproduce.</dd>
      </dl>
    </div>
  );
}

/** Says whether the receiver’s page will be able to confirm the data. */
function DataHashLine({ dataHash, fileName }: { dataHash: DataHash; fileName: string | null }) {
  if (fileName !== null) {
    return (
      <p className={styles.note}>
        Names {fileName} by the hash of its bytes: the receiver’s page tells by it whether it has
        the same file.
      </p>
    );
  }
  switch (dataHash.kind) {
    case 'computing':
      return (
        <p className={styles.note}>
          <Spinner size={12} /> Hashing the data, so that the receiver can confirm it. The link
          works already.
        </p>
      );
    case 'known':
      return (
        <p className={styles.note}>
          Data hash <code>{dataHash.hash}</code>, in the link: the receiver’s page confirms with it
          that it made the same rows.
        </p>
      );
    case 'no-data':
      return (
        <p className={styles.note}>
          Without a hash of the data: generate it first, and the receiver’s page can confirm it.
        </p>
      );
    case 'busy':
      return (
        <p className={styles.note}>
          Without a hash of the data, because the engine is measuring: share again afterwards to
          include it.
        </p>
      );
    case 'failed':
      return <p className={styles.note}>Without a hash of the data: hashing was interrupted.</p>;
  }
}
