// Regions of the window, and what it says.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/shared/controls/Button.tsx';
import {
  Segmented,
  SegmentedPanel,
  SegmentedRoot,
} from '../components/shared/controls/Segmented.tsx';
import { Tabs } from '../components/shared/controls/Tabs.tsx';
import { TextField } from '../components/shared/fields/TextField.tsx';
import { Banner } from '../components/shared/messages/Banner.tsx';
import { EmptyState } from '../components/shared/messages/EmptyState.tsx';
import { NoticeList, type NoticeListProps } from '../components/shared/messages/NoticeList.tsx';
import { ConfirmDialog } from '../components/shared/overlays/ConfirmDialog.tsx';
import { Dialog } from '../components/shared/overlays/Dialog.tsx';
import styles from './gallery.module.css';
import { Row, Section } from './Section.tsx';

type Notice = NoticeListProps['notices'][number];

export function Messages() {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const show = (notice: Omit<Notice, 'id'>) =>
    setNotices((shown) => [...shown, { ...notice, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [tab, setTab] = useState<'chart' | 'plan' | 'advice'>('chart');
  const [mode, setMode] = useState<'bench' | 'labs'>('bench');
  return (
    <Section title="Regions and messages">
      <SegmentedRoot value={mode} onValueChange={setMode}>
        <Segmented
          label="Mode"
          segments={[
            { id: 'bench', label: 'Bench' },
            { id: 'labs', label: 'Labs' },
          ]}
        />
        <SegmentedPanel id="bench">The bench.</SegmentedPanel>
        <SegmentedPanel id="labs">The labs.</SegmentedPanel>
      </SegmentedRoot>
      <Tabs
        label="Detail"
        className={styles.framed}
        value={tab}
        onValueChange={setTab}
        trailing={<span className="num">24 rounds · clock tick 5 µs · control ±2 %</span>}
        tabs={[
          {
            id: 'chart',
            label: 'Chart',
            panel: (
              <EmptyState
                title="No times yet"
                isCompact
                action={<Button variant="primary">Compare</Button>}
              >
                Compare measures every query in every setup and draws each sample here.
              </EmptyState>
            ),
          },
          { id: 'plan', label: 'Plan', panel: <p>Plan</p> },
          { id: 'advice', label: 'Advice', count: 2, countLabel: 'findings', panel: <p>Advice</p> },
        ]}
      />
      <Banner
        title="Product search"
        actions={<Button variant="primary">Reproduce</Button>}
        onDismiss={() => {}}
      >
        2 queries × 3 setups, 1,000,000 rows, about 8 s.
      </Banner>
      <Banner tone="success">Confirmed: same plan, same VM steps.</Banner>
      <Banner tone="warning" title="The machine is noisy">
        A against itself differs by up to 14 %. Close other programs and compare again.
      </Banner>
      <Banner tone="error" isAnnounced={false} title="no such column: categry">
        In the query “top categories”, at line 1. Did you mean category?
      </Banner>
      <Row>
        <Button onClick={() => setIsOpen(true)}>Dialog</Button>
        <Button onClick={() => setIsAsking(true)}>Confirm</Button>
        <Button
          onClick={() =>
            show({
              tone: 'info',
              text: 'Sorted the SQL into place',
              details: ['Schema: 2 statements', 'Queries: by city, by name'],
              action: { label: 'Undo', run: () => {} },
            })
          }
        >
          Notice
        </Button>
        <Button
          onClick={() =>
            show({
              tone: 'error',
              text: 'notes.txt: this file is not a playground',
              details: [],
              action: null,
            })
          }
        >
          Error notice
        </Button>
      </Row>
      <NoticeList
        notices={notices}
        onDismiss={(id) => setNotices((shown) => shown.filter((notice) => notice.id !== id))}
      />
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Share"
        description="The whole playground travels in the link. Nothing is uploaded."
        footer={
          <>
            <Button variant="ghost" onClick={() => setIsOpen(false)}>
              Close
            </Button>
            <Button variant="primary" icon={<Copy size={14} />}>
              Copy link
            </Button>
          </>
        }
      >
        <TextField
          label="Link"
          isMono
          readOnly
          value="https://example.org/#p=1.eJx9"
          onChange={() => {}}
        />
      </Dialog>
      <ConfirmDialog
        isOpen={isAsking}
        title="Delete “Product search”?"
        description="The playground and its results are removed from this browser. A link of it still works."
        confirmLabel="Delete"
        onConfirm={() => setIsAsking(false)}
        onCancel={() => setIsAsking(false)}
      />
    </Section>
  );
}
