// The wide window: editors, bench and detail side by side, with separators to drag or to move by keys.
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { Bench } from '../bench/Bench.tsx';
import { Detail } from '../detail/Detail.tsx';
import { useApp, useRuns, useUi } from '../shared/app-context.tsx';
import { classNames } from '../shared/style/class-names.ts';
import styles from './App.module.css';
import { EditPane } from './EditPane.tsx';
import { guardedStorage } from './guarded-storage.ts';
import { Notes } from './Notes.tsx';
import { PaneBoundary } from './PaneBoundary.tsx';
import { useFittedBench } from './use-fitted-bench.ts';
import { useLowBench } from './use-low-bench.ts';

export function Workspace() {
  const { ui } = useApp();
  const columns = useDefaultLayout({
    id: 'sql-dyno-columns',
    storage: guardedStorage,
    onlySaveAfterUserInteractions: true,
  });
  const rows = useDefaultLayout({
    id: 'sql-dyno-rows',
    storage: guardedStorage,
    onlySaveAfterUserInteractions: true,
  });
  const pane = useRef<HTMLElement>(null);
  const panel = usePanelRef();
  // Until somebody moves the separator, now or on an earlier visit.
  const [isFitted, setIsFitted] = useState(rows.defaultLayout === undefined);
  const hasCharts = useRuns(({ results }) => Object.keys(results).length > 0);
  const isDetailLarge = useUi((ui) => ui.isDetailLarge);
  const isPlanOpen = useUi((ui) => ui.detailTab === 'plan');
  const need = isPlanOpen ? 'plans' : hasCharts ? 'charts' : 'little';
  useFittedBench(pane, panel, isFitted && !isDetailLarge, need);
  useLowBench(panel, isDetailLarge);
  return (
    <div className={styles.workspace}>
      <Group
        id="columns"
        orientation="horizontal"
        defaultLayout={columns.defaultLayout}
        onLayoutChanged={columns.onLayoutChanged}
      >
        <Panel id="edit" defaultSize="28%" minSize="260px" maxSize="60%">
          <Pane label="Editors" name="the editors" className={styles.edit}>
            <EditPane />
          </Pane>
        </Panel>
        <Separator className={styles.separator} aria-label="Width of the editors" />
        <Panel id="measure" minSize="360px">
          <Group
            id="rows"
            orientation="vertical"
            defaultLayout={rows.defaultLayout}
            onLayoutChanged={(layout, change) => {
              if (change.isUserInteraction) {
                setIsFitted(false);
                ui.setState({ isDetailLarge: false });
              }
              rows.onLayoutChanged(layout, change);
            }}
          >
            <Panel id="bench" panelRef={panel} defaultSize="62%" minSize="120px">
              <Pane ref={pane} label="Bench and switches" name="the bench" className={styles.bench}>
                <Notes />
                <Bench />
              </Pane>
            </Panel>
            <Separator className={styles.separator} aria-label="Height of the bench" />
            <Panel id="detail" minSize="120px">
              <Pane
                label="Detail of the selected query"
                name="the detail"
                className={styles.detail}
              >
                <Detail />
              </Pane>
            </Panel>
          </Group>
        </Panel>
      </Group>
    </div>
  );
}

interface PaneProps {
  ref?: Ref<HTMLElement> | undefined;
  label: string;
  /** As in a sentence. */
  name: string;
  className: string | undefined;
  children: ReactNode;
}

function Pane({ ref, label, name, className, children }: PaneProps) {
  return (
    <section ref={ref} aria-label={label} className={classNames(styles.pane, className)}>
      <PaneBoundary name={name}>{children}</PaneBoundary>
    </section>
  );
}
