// The narrow window: one of four panes, the actions and a switch at the bottom.
import { Columns3, FlaskConical, Gauge, SquarePen } from 'lucide-react';
import { Bench } from '../bench/Bench.tsx';
import { Detail } from '../detail/Detail.tsx';
import { Labs } from '../labs/Labs.tsx';
import { useApp, useUi } from '../shared/app-context.tsx';
import { Segmented, SegmentedPanel, SegmentedRoot } from '../shared/controls/Segmented.tsx';
import styles from './App.module.css';
import { EditPane } from './EditPane.tsx';
import { Notes } from './Notes.tsx';
import { PaneBoundary } from './PaneBoundary.tsx';
import { StatusBar } from './status/StatusBar.tsx';

const segments = [
  { id: 'edit', label: 'Edit', icon: <SquarePen size={16} aria-hidden="true" /> },
  { id: 'bench', label: 'Bench', icon: <Columns3 size={16} aria-hidden="true" /> },
  { id: 'detail', label: 'Detail', icon: <Gauge size={16} aria-hidden="true" /> },
  { id: 'labs', label: 'Labs', icon: <FlaskConical size={16} aria-hidden="true" /> },
] as const;

export function PhoneWorkspace() {
  const { ui } = useApp();
  const pane = useUi((state) => (state.mode === 'labs' ? 'labs' : state.phonePane));
  return (
    <SegmentedRoot
      value={pane}
      onValueChange={(next) =>
        ui.setState(next === 'labs' ? { mode: 'labs' } : { mode: 'bench', phonePane: next })
      }
      className={styles.phone}
    >
      <main className={styles.phoneMain}>
        <SegmentedPanel id="edit" isStop={false} className={styles.phonePanel}>
          <PaneBoundary name="the editors">
            <EditPane />
          </PaneBoundary>
        </SegmentedPanel>
        <SegmentedPanel id="bench" className={styles.phonePanel}>
          <div className={styles.phoneBench}>
            <PaneBoundary name="the bench">
              <Notes />
              <Bench />
            </PaneBoundary>
          </div>
        </SegmentedPanel>
        <SegmentedPanel id="detail" isStop={false} className={styles.phonePanel}>
          <PaneBoundary name="the detail">
            <Detail />
          </PaneBoundary>
        </SegmentedPanel>
        <SegmentedPanel id="labs" isStop={false} className={styles.phonePanel}>
          <PaneBoundary name="the labs">
            <Labs />
          </PaneBoundary>
        </SegmentedPanel>
      </main>
      <StatusBar isCompact />
      <nav className={styles.phoneSwitch} aria-label="Panes">
        <Segmented label="Pane" segments={segments} isFullWidth />
      </nav>
    </SegmentedRoot>
  );
}
