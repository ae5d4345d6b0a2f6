// The schema drawn, with its tools: in the pane and, larger, in a window of its own.
// The container; the drawing and its layout are a chart, loaded when first shown.
import {
  Download,
  FileCode2,
  Image,
  Maximize,
  Maximize2,
  Minus,
  Plus,
  Rows3,
  Table2,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { DiagramDetail } from '../../charts/schema/diagram-model.ts';
import type { DiagramHandle } from '../../charts/schema/SchemaDiagram.tsx';
import type { Schema } from '../../engine/model/database/schema.ts';
import { diagramFigures } from '../../state/selectors/schema/diagram-figures.ts';
import { useApp, usePlayground, useRuns } from '../shared/app-context.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import { EmptyState } from '../shared/messages/EmptyState.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import styles from './DiagramView.module.css';

const SchemaDiagram = lazy(async () => ({
  default: (await import('../../charts/schema/SchemaDiagram.tsx')).SchemaDiagram,
}));

export interface DiagramViewProps {
  /** First in the row of tools. */
  leading?: ReactNode;
  /** True in a window of its own: there is room for more, and no button for it. */
  isLarge?: boolean;
}

const noSchema: Schema = { tables: [], views: [], triggers: [] };
const zoomStep = 1.25;
/** In a window of its own the tools lie on the picture: their distance, their height and a gap. */
const toolsHeight = 44;
/** Up to so many tables all columns are shown, or those of keys, until one says which. */
const manyTables = { pane: [4, 6], large: [24, 120] };
const details: readonly { id: DiagramDetail; label: string }[] = [
  { id: 'all', label: 'All columns' },
  { id: 'keys', label: 'Keys and references' },
  { id: 'none', label: 'Tables only' },
];

export function DiagramView({ leading, isLarge = false }: DiagramViewProps) {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const schema = useRuns(({ inspection }) => inspection?.schema ?? noSchema);
  const isKnown = useRuns(({ inspection }) => inspection !== null);
  const database = useRuns((runs) => runs.database);
  const sizes = useRuns((runs) => runs.sizes);
  const [wanted, setWanted] = useState<DiagramDetail | null>(null);
  const [isTableShown, setIsTableShown] = useState(false);
  const handle = useRef<DiagramHandle>(null);
  const figures = useMemo(
    () => diagramFigures(schema, playground, { database, sizes }),
    [schema, playground, database, sizes],
  );
  useEffect(() => {
    if (database) void app.database.measureSizes();
  }, [app, database]);

  const many = isLarge ? manyTables.large : manyTables.pane;
  const fitting = details.find((_, at) => schema.tables.length <= (many[at] ?? Infinity));
  const detail = wanted ?? fitting?.id ?? 'none';

  function save(format: 'svg' | 'png'): void {
    handle.current?.save(format).catch(() =>
      app.notices.show({
        tone: 'warning',
        text: 'The diagram was not saved: the browser made no picture of it. Save it as SVG instead.',
        details: [],
        action: null,
      }),
    );
  }

  function open(table: string): void {
    app.ui.setState({
      dialog: 'none',
      mode: 'bench',
      leftTab: 'schema',
      phonePane: 'edit',
      schemaView: 'text',
      shownTable: table,
    });
  }

  return (
    <div
      className={styles.view}
      data-large={isLarge || undefined}
      data-table={isTableShown || undefined}
    >
      <div className={styles.tools}>
        {leading}
        <span className={styles.buttons}>
          <IconButton
            size="sm"
            label="Zoom out"
            keys={['−']}
            icon={<Minus size={16} aria-hidden="true" />}
            onClick={() => handle.current?.zoomBy(1 / zoomStep)}
            disabled={isTableShown}
          />
          <IconButton
            size="sm"
            label="Zoom in"
            keys={['+']}
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => handle.current?.zoomBy(zoomStep)}
            disabled={isTableShown}
          />
          <IconButton
            size="sm"
            label="Fit"
            tooltip="Show the whole diagram"
            keys={['0']}
            icon={<Maximize size={15} aria-hidden="true" />}
            onClick={() => handle.current?.fit()}
            disabled={isTableShown}
          />
          <Menu
            label="Columns"
            align="end"
            isDisabled={isTableShown}
            trigger={
              <IconButton
                size="sm"
                label="Columns"
                tooltip="Which columns are shown"
                icon={<Rows3 size={15} aria-hidden="true" />}
              />
            }
            entries={details.map(({ id, label }) => ({
              kind: 'command',
              id,
              label,
              isChecked: id === detail,
              onSelect: () => setWanted(id),
            }))}
          />
          <IconButton
            size="sm"
            label="As a table"
            tooltip="The same as a table: tables and references"
            icon={<Table2 size={15} aria-hidden="true" />}
            aria-pressed={isTableShown}
            onClick={() => setIsTableShown(!isTableShown)}
          />
          <Menu
            label="Save the diagram"
            align="end"
            isDisabled={isTableShown}
            trigger={
              <IconButton
                size="sm"
                label="Save the diagram"
                icon={<Download size={15} aria-hidden="true" />}
              />
            }
            entries={[
              {
                kind: 'command',
                id: 'svg',
                label: 'Save as SVG',
                icon: <FileCode2 size={16} aria-hidden="true" />,
                onSelect: () => save('svg'),
              },
              {
                kind: 'command',
                id: 'png',
                label: 'Save as PNG',
                icon: <Image size={16} aria-hidden="true" />,
                onSelect: () => save('png'),
              },
            ]}
          />
          {!isLarge && (
            <IconButton
              size="sm"
              label="Full screen"
              icon={<Maximize2 size={15} aria-hidden="true" />}
              onClick={() => app.ui.setState({ dialog: 'diagram' })}
            />
          )}
        </span>
      </div>
      {schema.tables.length === 0 && isKnown ? (
        <EmptyState icon={<Table2 size={20} aria-hidden="true" />} title="No tables yet">
          Write CREATE TABLE in the text of the schema: the tables are drawn here.
        </EmptyState>
      ) : (
        <Suspense
          fallback={
            <p className={styles.loading}>
              <Spinner /> Loading the diagram
            </p>
          }
        >
          <SchemaDiagram
            ref={handle}
            label="Diagram of the schema"
            schema={schema}
            figures={figures}
            detail={detail}
            coveredTop={isLarge ? toolsHeight : 0}
            isTableShown={isTableShown}
            onOpen={open}
            openLabel="Show in the tree"
          />
        </Suspense>
      )}
    </div>
  );
}
