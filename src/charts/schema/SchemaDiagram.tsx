// The diagram of a schema: tables as boxes, references as lines between their very columns, to be
// moved and zoomed. Keeps away from what a table is opened in, and from the buttons around it.
import { type MouseEvent, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Schema } from '../../engine/model/database/schema.ts';
import type { PictureFormat } from '../export/export-picture.ts';
import { FigureTable } from '../frame/FigureTable.tsx';
import { textWidth } from '../marks/text-width.ts';
import { BoxDrawing, type BoxDrawingProps } from './BoxDrawing.tsx';
import { sizeBox } from './box-geometry.ts';
import { DiagramLegend } from './DiagramLegend.tsx';
import { DiagramTable } from './DiagramTable.tsx';
import { type DiagramDetail, type TableFigures, toDiagramModel } from './diagram-model.ts';
import { diagramTable, tableSentence } from './diagram-words.ts';
import { LineDrawing } from './LineDrawing.tsx';
import { placeBoxes, placeEitherWay } from './place-boxes.ts';
import { referenceLines } from './reference-lines.ts';
import styles from './SchemaDiagram.module.css';
import { saveDiagram } from './save-diagram.ts';
import { useFrameSize } from './use-frame-size.ts';
import { useViewport } from './use-viewport.ts';

export interface DiagramHandle {
  zoomBy: (factor: number) => void;
  fit: () => void;
  /** Rejects when the browser makes no picture. */
  save: (format: PictureFormat) => Promise<void>;
}

export interface SchemaDiagramProps {
  /** Accessible name of the picture. */
  label: string;
  schema: Schema;
  /** By table; one that is missing holds nobody knows what. */
  figures: ReadonlyMap<string, TableFigures>;
  detail: DiagramDetail;
  /** Pixels at the top of the frame that something else covers: 0 by default. */
  coveredTop?: number | undefined;
  /** The same as a table, in place of the picture. */
  isTableShown: boolean;
  /** A table was chosen: by Enter, by a double click. */
  onOpen: (table: string) => void;
  /** What that does, on the button: "Show in the tree". */
  openLabel: string;
  ref?: Ref<DiagramHandle>;
}

const tableLabel = 'Tables and references';
const unknown: TableFigures = { rows: null, isPlanned: false, tableBytes: null, indexBytes: 0 };

export function SchemaDiagram({
  label,
  schema,
  figures,
  detail,
  coveredTop = 0,
  isTableShown,
  onOpen,
  openLabel,
  ref,
}: SchemaDiagramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const room = useFrameSize(frame);
  const model = useMemo(
    () => toDiagramModel(schema, (table) => figures.get(table) ?? unknown, detail),
    [schema, figures, detail],
  );
  // In steps: a pane that is dragged wider does not lay out anew with each pixel.
  const aspect = 2 ** (Math.round(Math.log2((room.width || 1) / (room.height || 1)) * 2) / 2);
  const placement = useMemo(() => {
    const boxes = model.boxes.map((box) => sizeBox(box, textWidth));
    // Without columns nothing ties lines to the sides of the boxes.
    return detail === 'none'
      ? placeEitherWay(boxes, model.references, aspect)
      : placeBoxes(boxes, model.references, aspect);
  }, [model, aspect, detail]);
  const lines = useMemo(() => referenceLines(placement, model.references), [placement, model]);
  const viewport = useViewport(frame, room, placement, coveredTop);
  const [hovered, setHovered] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const active = hovered ?? chosen;
  const { view } = viewport;

  useImperativeHandle(ref, () => ({
    zoomBy: viewport.zoomBy,
    fit: viewport.fit,
    async save(format) {
      const caption = 'Lines go from a key to the columns that refer to it.';
      if (drawing.current) {
        await saveDiagram(drawing.current, placement, { title: label, caption }, format);
      }
    },
  }));

  const related = new Set(
    model.references.flatMap(({ child, parent }) =>
      child === active || parent === active ? [child, parent] : [],
    ),
  );
  const stateOf = (position: number): BoxDrawingProps['state'] => {
    if (active === null) return 'plain';
    if (position === active) return 'active';
    return related.has(position) ? 'related' : 'dimmed';
  };

  function onClick(event: MouseEvent): void {
    if (viewport.hasDragged()) return;
    const position = positionOf(event);
    setChosen(position);
    if (position !== null) buttonOf(position)?.focus({ preventScroll: true });
  }

  function buttonOf(position: number): HTMLButtonElement | null {
    return frame.current?.querySelector(`button[data-position="${position}"]`) ?? null;
  }

  return (
    <div className={styles.diagram}>
      <section
        ref={frame}
        aria-label={`${label}: arrows move it, + and − zoom, 0 fits`}
        className={styles.frame}
        data-dragging={viewport.isDragging || undefined}
        hidden={isTableShown}
        onKeyDown={viewport.onKeyDown}
        {...viewport.pointerHandlers}
        onPointerLeave={() => setHovered(null)}
        onPointerOver={(event) => {
          if (event.pointerType === 'mouse') setHovered(positionOf(event));
        }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const position = positionOf(event);
          if (position !== null) onOpen(model.boxes[position]?.table ?? '');
        }}
      >
        <svg ref={drawing} role="img" aria-label={label} className={styles.drawing}>
          <g transform={`translate(${view.x} ${view.y}) scale(${view.zoom})`}>
            {lines.map((line) => {
              const { id, child, parent } = line.reference;
              const isActive = child === active || parent === active;
              return (
                <LineDrawing
                  key={id}
                  line={line}
                  state={active === null ? 'plain' : isActive ? 'active' : 'dimmed'}
                />
              );
            })}
            {placement.boxes.map((box, position) => (
              <BoxDrawing key={box.table} box={box} position={position} state={stateOf(position)} />
            ))}
          </g>
        </svg>
        {/* A picture has no parts for assistive technology: its tables are buttons over it. */}
        <div
          className={styles.buttons}
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})` }}
        >
          {placement.boxes.map((box, position) => (
            <button
              key={box.table}
              type="button"
              data-position={position}
              aria-label={tableSentence(model, position)}
              className={styles.table}
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
              onFocus={(event) => {
                setChosen(position);
                if (event.currentTarget.matches(':focus-visible')) viewport.show(box);
              }}
              onBlur={(event) => {
                // A press on the button below must still find its table.
                if (!event.relatedTarget?.closest(`.${styles.foot}`)) setChosen(null);
              }}
              onClick={(event) => {
                event.stopPropagation();
                onOpen(box.table);
              }}
            />
          ))}
        </div>
      </section>
      {isTableShown ? (
        <DiagramTable label={tableLabel} table={diagramTable(model)} />
      ) : (
        <div className={styles.tableHidden}>
          <FigureTable label={tableLabel} table={diagramTable(model)} />
        </div>
      )}
      {!isTableShown && (
        <div className={styles.foot}>
          {active === null ? (
            <DiagramLegend
              hasColumns={detail !== 'none'}
              hasBytes={model.boxes.some(({ figures: { tableBytes } }) => tableBytes !== null)}
            />
          ) : (
            <p className={styles.sentence} title={tableSentence(model, active)}>
              {tableSentence(model, active)}
            </p>
          )}
          {chosen !== null && active === chosen && (
            <button
              type="button"
              className={styles.open}
              onClick={() => onOpen(model.boxes[chosen]?.table ?? '')}
            >
              {openLabel}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Of the table under the pointer. */
function positionOf({ target }: { target: EventTarget }): number | null {
  const text = target instanceof Element && target.closest('[data-position]');
  return text ? Number(text.getAttribute('data-position')) : null;
}
