// Gives the detail the height that the bench can spare, and takes it back. Of the wide window alone:
// on a phone the detail has the page to itself.
import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { useApp, useUi } from '../shared/app-context.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import styles from './LargeButton.module.css';

export function LargeButton() {
  const { ui } = useApp();
  const isLarge = useUi((state) => state.isDetailLarge);
  const Icon = isLarge ? ChevronsDown : ChevronsUp;
  return (
    <IconButton
      size="sm"
      label={isLarge ? 'Give the bench its height back' : 'Enlarge the detail'}
      aria-pressed={isLarge}
      icon={<Icon size={14} aria-hidden="true" />}
      className={styles.button}
      onClick={() => ui.setState({ isDetailLarge: !isLarge })}
    />
  );
}
