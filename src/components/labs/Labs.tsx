// The labs: experiments with an axis of their own, on the same playground, over the whole width.
// Keeps away from what they measure; each lab reads for itself.
import { ScaleLab } from '../scale/ScaleLab.tsx';
import { useApp, useUi } from '../shared/app-context.tsx';
import { Tabs } from '../shared/controls/Tabs.tsx';
import { StorageLab } from '../storage/StorageLab.tsx';
import { WritesLab } from '../writes/WritesLab.tsx';
import styles from './Labs.module.css';

export function Labs() {
  const { ui } = useApp();
  const tab = useUi((state) => state.labTab);
  return (
    <Tabs
      label="Labs"
      value={tab}
      onValueChange={(labTab) => ui.setState({ labTab })}
      className={styles.labs}
      tabs={[
        { id: 'writes', label: 'Writes', panel: <WritesLab />, isPanelStop: false },
        { id: 'scale', label: 'Scale', panel: <ScaleLab /> },
        { id: 'storage', label: 'Storage', panel: <StorageLab /> },
      ]}
    />
  );
}
