// What can be pressed, switched and chosen.
import { Copy, Database, Play, Plus, Share2, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/shared/controls/Button.tsx';
import { IconButton } from '../components/shared/controls/IconButton.tsx';
import { Switch } from '../components/shared/controls/Switch.tsx';
import { Select } from '../components/shared/fields/Select.tsx';
import { Badge } from '../components/shared/labels/Badge.tsx';
import { Explained } from '../components/shared/labels/Explained.tsx';
import { SetupChip } from '../components/shared/labels/SetupChip.tsx';
import { Spinner } from '../components/shared/messages/Spinner.tsx';
import { Menu } from '../components/shared/overlays/Menu.tsx';
import { Popover } from '../components/shared/overlays/Popover.tsx';
import { setupLetters } from '../engine/model/playground.ts';
import styles from './gallery.module.css';
import { Row, Section } from './Section.tsx';

export function Buttons() {
  return (
    <Section title="Buttons">
      <Row>
        <Button variant="primary" icon={<Play size={14} />} keys={['Ctrl', '⇧', '↵']} size="lg">
          Compare
        </Button>
        <Button icon={<Play size={14} />} keys={['Ctrl', '↵']} size="lg">
          Run query
        </Button>
        <Button variant="ghost" icon={<Square size={14} />} size="lg" disabled>
          Stop
        </Button>
      </Row>
      <Row>
        <Button icon={<Share2 size={14} />}>Share</Button>
        <Button variant="ghost" icon={<Plus size={14} />}>
          Add index
        </Button>
        <Button variant="danger">Delete</Button>
        <Button isBusy>Generating</Button>
        <Button variant="primary" isBusy>
          Copying
        </Button>
        <Button variant="primary" disabled>
          Compare
        </Button>
        <Button size="sm">Small</Button>
      </Row>
      <Row>
        <IconButton label="Add setup" icon={<Plus size={16} />} />
        <IconButton
          label="Copy link"
          icon={<Copy size={16} />}
          variant="soft"
          keys={['Ctrl', 'S']}
        />
        <IconButton label="Remove" icon={<Trash2 size={16} />} variant="danger" />
        <IconButton label="Not now" icon={<Copy size={16} />} disabled />
        <Menu
          label="File"
          entries={[
            { kind: 'command', id: 'new', label: 'New', keys: ['Alt', 'N'], onSelect: () => {} },
            {
              kind: 'group',
              id: 'examples',
              label: 'Examples',
              entries: [
                {
                  kind: 'command',
                  id: 'shop',
                  label: 'Products and orders',
                  detail: '2 tables, 100,000 rows',
                  icon: <Database size={14} />,
                  onSelect: () => {},
                },
              ],
            },
            { kind: 'separator', id: 'line' },
            {
              kind: 'command',
              id: 'grouped',
              label: 'Group digits',
              isChecked: true,
              onSelect: () => {},
            },
            {
              kind: 'command',
              id: 'delete',
              label: 'Delete playground',
              tone: 'danger',
              onSelect: () => {},
            },
            { kind: 'command', id: 'off', label: 'Export', isDisabled: true, onSelect: () => {} },
          ]}
        />
        <Popover title="What a round is" trigger={<Button variant="ghost">Popover</Button>}>
          <p>Every setup is measured once, in random order, so that drift hits all alike.</p>
        </Popover>
      </Row>
    </Section>
  );
}

export function Setups() {
  const [on, setOn] = useState<Record<string, boolean>>({ B: true, C: true, D: true, E: true });
  const [cache, setCache] = useState<'none' | 'lru'>('lru');
  const [runIn, setRunIn] = useState<'A' | 'B' | 'C'>('A');
  return (
    <Section title="Setups">
      <Row>
        {setupLetters.map((letter) => (
          <SetupChip key={letter} letter={letter} />
        ))}
        <SetupChip letter="B" isStale />
        <SetupChip letter="C" size="sm" />
      </Row>
      <Row>
        {setupLetters.map((letter) => (
          <Switch
            key={letter}
            label={`idx_category in ${letter}`}
            setup={letter}
            isOn={on[letter] === true}
            onChange={(isOn) => setOn({ ...on, [letter]: isOn })}
          />
        ))}
        <Switch label="Locked" isOn isDisabled onChange={() => {}} />
      </Row>
      <Row>
        <Select
          label="Run in"
          value={runIn}
          onChange={setRunIn}
          options={[
            { value: 'A', label: 'baseline', setup: 'A' },
            { value: 'B', label: 'by category', setup: 'B' },
            { value: 'C', label: 'covering + cache', setup: 'C' },
          ]}
        />
        <Select
          label="Cache in C"
          size="sm"
          value={cache}
          isQuiet={cache === 'none'}
          onChange={setCache}
          options={[
            { value: 'none', label: 'none', detail: 'Every call runs the query' },
            { value: 'lru', label: 'LRU 500', detail: 'Keeps the 500 latest answers' },
          ]}
        />
        <Select
          label="Plain"
          variant="plain"
          value="x"
          onChange={() => {}}
          options={[{ value: 'x', label: 'plain' }]}
        />
        <Select
          label="Off"
          isDisabled
          value="x"
          onChange={() => {}}
          options={[{ value: 'x', label: 'disabled' }]}
        />
      </Row>
      <Row>
        <Badge tone="warn">SCAN</Badge>
        <Badge tone="bad">AUTO INDEX</Badge>
        <Badge tone="ok">SEARCH</Badge>
        <Badge tone="ok">COVERING</Badge>
        <Badge>NO PLAN</Badge>
        <Badge tone="accent">NEW</Badge>
        <Badge tone="ok" isProvisional>
          SEARCH
        </Badge>
        <Explained content="Median of 24 samples of 12 runs each, taken around stepping in the engine.">
          11.2 ms
        </Explained>
        <Spinner />
      </Row>
      <Row>
        {setupLetters.map((letter) => (
          <b key={letter} data-setup={letter} className={styles.colored}>
            {letter} text
          </b>
        ))}
      </Row>
    </Section>
  );
}
