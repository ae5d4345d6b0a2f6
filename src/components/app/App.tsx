// The window: header, editors on the left, bench above its detail, status bar. On a phone one column.
// Puts the features together; what they show is theirs.
import { useEffect } from 'react';
import { DropTarget } from '../imports/DropTarget.tsx';
import { Labs } from '../labs/Labs.tsx';
import { savePlaygroundFile } from '../library/playground-files.ts';
import { PasteDialog } from '../paste/PasteDialog.tsx';
import { ShareDialog } from '../share/ShareDialog.tsx';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { SegmentedPanel, SegmentedRoot } from '../shared/controls/Segmented.tsx';
import { NoticeList } from '../shared/messages/NoticeList.tsx';
import { TooltipGroup } from '../shared/overlays/Tooltip.tsx';
import styles from './App.module.css';
import { CommandPalette } from './actions/CommandPalette.tsx';
import { useShortcuts } from './actions/use-shortcuts.ts';
import { Banners } from './Banners.tsx';
import { HelpDialog } from './dialogs/HelpDialog.tsx';
import { LateDialogs } from './dialogs/LateDialogs.tsx';
import { SlowQueriesDialog } from './dialogs/SlowQueriesDialog.tsx';
import { Header } from './header/Header.tsx';
import { useTheme } from './header/use-theme.ts';
import { PaneBoundary } from './PaneBoundary.tsx';
import { PhoneWorkspace } from './PhoneWorkspace.tsx';
import { StatusBar } from './status/StatusBar.tsx';
import { phoneQuery, useMediaQuery } from './use-media-query.ts';
import { Workspace } from './Workspace.tsx';

export function App() {
  const app = useApp();
  const title = usePlayground((playground) => playground.title);
  const notices = useUi((ui) => ui.notices);
  const mode = useUi((ui) => ui.mode);
  const isPhone = useMediaQuery(phoneQuery);
  useTheme();
  useShortcuts();
  useEffect(() => {
    document.title = title.trim() === '' ? 'SQL Dyno' : `${title} · SQL Dyno`;
  }, [title]);
  return (
    <TooltipGroup>
      <SegmentedRoot
        value={mode}
        onValueChange={(next) => app.ui.setState({ mode: next })}
        className={styles.window}
      >
        <Header isCompact={isPhone} />
        <Banners />
        {isPhone ? <PhoneWorkspace /> : <WideModes />}
        <NoticeList notices={notices} onDismiss={app.notices.dismiss} />
      </SegmentedRoot>
      <ShareDialog onSaveFile={() => savePlaygroundFile(app)} />
      <PasteDialog />
      <HelpDialog />
      <LateDialogs />
      <DropTarget />
      <SlowQueriesDialog />
      <CommandPalette />
    </TooltipGroup>
  );
}

/** The bench stays mounted under the labs, with its editors' carets and scroll positions. */
function WideModes() {
  return (
    <>
      <main className={styles.modes}>
        <SegmentedPanel id="bench" keepMounted isStop={false} className={styles.mode}>
          <Workspace />
        </SegmentedPanel>
        <SegmentedPanel id="labs" isStop={false} className={styles.mode}>
          <div className={styles.labs}>
            <PaneBoundary name="the labs">
              <Labs />
            </PaneBoundary>
          </div>
        </SegmentedPanel>
      </main>
      <StatusBar />
    </>
  );
}
