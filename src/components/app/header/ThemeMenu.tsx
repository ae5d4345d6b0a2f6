// The theme: the system's, light or dark.
import { Monitor, Moon, Sun } from 'lucide-react';
import type { PlaygroundApp } from '../../../state/playground-app.ts';
import type { Theme } from '../../../state/ui-store.ts';
import { useApp, useUi } from '../../shared/app-context.tsx';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { Menu, type MenuCommand } from '../../shared/overlays/Menu.tsx';

const themes = [
  { id: 'system', label: 'System', Icon: Monitor },
  { id: 'light', label: 'Light', Icon: Sun },
  { id: 'dark', label: 'Dark', Icon: Moon },
] as const;

export function themeEntries({ ui }: PlaygroundApp, chosen: Theme): readonly MenuCommand[] {
  return themes.map(({ id, label, Icon }) => ({
    kind: 'command',
    id: `theme-${id}`,
    label,
    icon: <Icon size={16} aria-hidden="true" />,
    isChecked: id === chosen,
    onSelect: () => ui.setState({ theme: id }),
  }));
}

export function ThemeMenu() {
  const app = useApp();
  const theme = useUi((state) => state.theme);
  const Icon = themes.find(({ id }) => id === theme)?.Icon ?? Monitor;
  return (
    <Menu
      label="Theme"
      align="end"
      entries={themeEntries(app, theme)}
      trigger={<IconButton label="Theme" icon={<Icon size={16} aria-hidden="true" />} />}
    />
  );
}
