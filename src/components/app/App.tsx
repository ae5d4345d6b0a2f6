// The window: header, editors on the left, bench above its detail, status bar. On a phone one column.
// Puts the features together; what they show is theirs.
import { useEffect } from 'react';
import { savePlaygroundFile } from '../library/playground-files.ts';
import { PasteDialog } from '../paste/PasteDialog.tsx';
import { ShareDialog } from '../share/ShareDialog.tsx';
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { NoticeList } from '../shared/NoticeList.tsx';
import { TooltipGroup } from '../shared/Tooltip.tsx';
import styles from './App.module.css';
import { Banners } from './Banners.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { Header } from './Header.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { PhoneWorkspace } from './PhoneWorkspace.tsx';
import { StatusBar } from './StatusBar.tsx';
import { phoneQuery, useMediaQuery } from './use-media-query.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './use-theme.ts';
import { Workspace } from './Workspace.tsx';

export function App() {
  const app = useApp();
  const title = usePlayground((playground) => playground.title);
  const notices = useUi((ui) => ui.notices);
  const isPhone = useMediaQuery(phoneQuery);
  useTheme();
  useShortcuts();
  useEffect(() => {
    document.title = title.trim() === '' ? 'SQL Dyno' : `${title} · SQL Dyno`;
  }, [title]);
  return (
    <TooltipGroup>
      <div className={styles.window}>
        <Header isCompact={isPhone} />
        <Banners />
        {isPhone ? <PhoneWorkspace /> : <Workspace />}
        {!isPhone && <StatusBar />}
        <NoticeList notices={notices} onDismiss={app.notices.dismiss} />
      </div>
      <ShareDialog onSaveFile={() => savePlaygroundFile(app)} />
      <PasteDialog />
      <HelpDialog />
      <CommandPalette />
    </TooltipGroup>
  );
}
