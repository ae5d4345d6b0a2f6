// The header: title, the ways in (paste, examples, files), the way out (share), help and theme.
import { CircleHelp, ClipboardPaste, Menu as MenuIcon, Share2 } from 'lucide-react';
import { exampleEntries, fileEntries } from '../../library/file-entries.tsx';
import { ExamplesMenu, FileMenu } from '../../library/LibraryMenus.tsx';
import { useApp, useHistory, usePlayground, useUi } from '../../shared/app-context.tsx';
import { Button } from '../../shared/controls/Button.tsx';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Segmented } from '../../shared/controls/Segmented.tsx';
import { TextField } from '../../shared/fields/TextField.tsx';
import { Menu, type MenuEntry } from '../../shared/overlays/Menu.tsx';
import { Logo } from '../../shared/style/Logo.tsx';
import { useMediaQuery } from '../use-media-query.ts';
import styles from './Header.module.css';
import { ThemeMenu, themeEntries } from './ThemeMenu.tsx';

const modes = [
  { id: 'bench', label: 'Bench' },
  { id: 'labs', label: 'Labs' },
] as const;

/** Not wide enough for the name beside all the actions. */
const narrowQuery = '(max-width: 899px)';

export interface HeaderProps {
  /** On a phone: everything but Share behind one menu, the modes in the switch at the bottom. */
  isCompact: boolean;
}

export function Header({ isCompact }: HeaderProps) {
  const isNarrow = useMediaQuery(narrowQuery);
  return (
    <header className={styles.header} data-compact={isCompact || undefined}>
      <h1>
        <Logo isMarkOnly={isCompact || isNarrow} />
      </h1>
      <Title />
      {!isCompact && <Segmented label="Mode" segments={modes} className={styles.modes} />}
      {isCompact ? <CompactActions /> : <Actions />}
    </header>
  );
}

function Title() {
  const { playground } = useApp();
  const title = usePlayground((current) => current.title);
  return (
    <TextField
      label="Playground title"
      isLabelHidden
      variant="plain"
      placeholder="Untitled"
      maxLength={200}
      value={title}
      onChange={playground.setTitle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      className={styles.title}
    />
  );
}

function ShareButton() {
  const { ui } = useApp();
  return (
    <Button
      icon={<Share2 size={16} aria-hidden="true" />}
      onClick={() => ui.setState({ dialog: 'share' })}
    >
      Share
    </Button>
  );
}

function Actions() {
  const { ui } = useApp();
  return (
    <>
      <Button
        variant="ghost"
        icon={<ClipboardPaste size={16} aria-hidden="true" />}
        onClick={() => ui.setState({ dialog: 'paste' })}
      >
        Paste SQL
      </Button>
      <ExamplesMenu />
      <FileMenu />
      <ShareButton />
      <IconButton
        label="Help"
        tooltip="How it measures, and all shortcuts"
        icon={<CircleHelp size={16} aria-hidden="true" />}
        onClick={() => ui.setState({ dialog: 'help' })}
      />
      <ThemeMenu />
    </>
  );
}

function CompactActions() {
  const app = useApp();
  const history = useHistory();
  const theme = useUi((state) => state.theme);
  const entries: readonly MenuEntry[] = [
    {
      kind: 'command',
      id: 'paste',
      label: 'Paste SQL',
      icon: <ClipboardPaste size={16} aria-hidden="true" />,
      onSelect: () => app.ui.setState({ dialog: 'paste' }),
    },
    ...fileEntries(app, history),
    { kind: 'group', id: 'examples', label: 'Examples', entries: exampleEntries(app) },
    { kind: 'group', id: 'theme', label: 'Theme', entries: themeEntries(app, theme) },
    { kind: 'separator', id: 'before-help' },
    {
      kind: 'command',
      id: 'help',
      label: 'Help',
      icon: <CircleHelp size={16} aria-hidden="true" />,
      onSelect: () => app.ui.setState({ dialog: 'help' }),
    },
  ];
  return (
    <>
      <ShareButton />
      <Menu
        label="Menu"
        align="end"
        entries={entries}
        trigger={<IconButton label="Menu" icon={<MenuIcon size={18} aria-hidden="true" />} />}
      />
    </>
  );
}
