// The left pane: queries, schema and data behind tabs.
import { useState } from 'react';
import type { LeftTab } from '../../state/ui-store.ts';
import { DataPane } from '../data/DataPane.tsx';
import { QueriesPane } from '../queries/QueriesPane.tsx';
import { SchemaPane } from '../schema/SchemaPane.tsx';
import { useApp, useUi } from '../shared/app-context.tsx';
import { Tabs } from '../shared/controls/Tabs.tsx';
import styles from './App.module.css';

export function EditPane() {
  const { ui } = useApp();
  const leftTab = useUi((state) => state.leftTab);
  // A pane is made when first shown and kept: editors keep their own undo and place.
  const [visited, setVisited] = useState<readonly LeftTab[]>([leftTab]);
  if (!visited.includes(leftTab)) setVisited([...visited, leftTab]);
  const isMade = (tab: LeftTab) => visited.includes(tab);
  return (
    <Tabs
      label="Editors"
      value={leftTab}
      onValueChange={(tab) => ui.setState({ leftTab: tab })}
      keepMounted
      className={styles.tabs}
      tabs={[
        { id: 'queries', label: 'Queries', panel: isMade('queries') ? <QueriesPane /> : null },
        { id: 'schema', label: 'Schema', panel: isMade('schema') ? <SchemaPane /> : null },
        { id: 'data', label: 'Data', panel: isMade('data') ? <DataPane /> : null },
      ]}
    />
  );
}
