// The theme: shown by an attribute of the root element, remembered in this browser.
import { useEffect, useLayoutEffect } from 'react';
import type { Theme } from '../../../state/ui-store.ts';
import { useApp, useUi } from '../../shared/app-context.tsx';
import { guardedStorage } from '../guarded-storage.ts';

const key = 'sql-dyno-theme';

/** Follows `ui.theme`; on the first call it is set to the remembered one. */
export function useTheme(): void {
  const { ui } = useApp();
  const theme = useUi((state) => state.theme);
  useLayoutEffect(() => {
    const remembered = parseTheme(guardedStorage.getItem(key));
    if (remembered) ui.setState({ theme: remembered });
  }, [ui]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (now.theme !== before.theme) guardedStorage.setItem(key, now.theme);
      }),
    [ui],
  );
}

function parseTheme(text: string | null): Theme | null {
  return text === 'system' || text === 'light' || text === 'dark' ? text : null;
}
