// What surrounds every chart: the figure and its name, the caption, the same figures as a table.
// Keeps away from axes and marks; each chart draws those as its child.
import { type ReactNode, useId, useRef, useState } from 'react';
import { type PictureFormat, savePicture } from '../export/export-picture.ts';
import styles from './ChartFrame.module.css';
import { type ChartTable, FigureTable } from './FigureTable.tsx';
import { HoverArea } from './Hover.tsx';
import { useElementWidth } from './use-element-width.ts';

export interface ChartFrameProps {
  /** Accessible name of the figure. */
  label: string;
  /** Pixels, at a width; kept whatever is drawn, so that nothing below moves. */
  height: number | ((width: number) => number);
  /** Keys of the marks: LegendKey and SetupKey. */
  legend: ReactNode;
  /** How the figures were obtained: a press on "?" shows it, a saved picture bears it. */
  caption: string;
  /** What has to be read with the figures; always shown. */
  remark?: string | undefined;
  table: ChartTable;
  /** Stands in place of the axes when there is nothing to draw. */
  emptyText: string | null;
  /** Draws into this width, at least 1 px. */
  children: (width: number) => ReactNode;
}

const saveProblems = {
  svg: 'The picture was not saved: the browser gave no access to the drawing. Reload the page.',
  png: 'The picture was not saved: the browser made no PNG of it. Save it as SVG instead.',
};

export function ChartFrame({
  label,
  height,
  legend,
  caption,
  remark,
  table,
  emptyText,
  children,
}: ChartFrameProps) {
  const area = useRef<HTMLDivElement>(null);
  const width = useElementWidth(area);
  const drawing = useRef<HTMLDivElement>(null);
  const keys = useRef<HTMLSpanElement>(null);
  const [isTableShown, setIsTableShown] = useState(false);
  const [isCaptionShown, setIsCaptionShown] = useState(false);
  const captionId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const isDrawn = !isTableShown && width > 0 && emptyText === null;
  const save = (format: PictureFormat) => {
    if (!drawing.current) return;
    const legendKeys = [...(keys.current?.children ?? [])];
    const said = remark ? `${caption} ${remark}` : caption;
    savePicture({ title: label, caption: said, drawing: drawing.current, legendKeys }, format).then(
      () => setProblem(null),
      () => setProblem(saveProblems[format]),
    );
  };
  return (
    <figure className={styles.figure} aria-label={label}>
      <div
        ref={area}
        className={styles.area}
        style={{ minHeight: typeof height === 'number' ? height : height(width) }}
      >
        {isDrawn && (
          // The table below says the same in words, so the drawing is for the eye alone.
          <div ref={drawing} aria-hidden="true">
            <HoverArea width={width}>{children(width)}</HoverArea>
          </div>
        )}
        {!isTableShown && emptyText !== null && <p className={styles.empty}>{emptyText}</p>}
        {table.rows.length > 0 && (
          <div className={isTableShown ? styles.tableShown : styles.tableHidden}>
            <FigureTable label={label} table={table} />
          </div>
        )}
      </div>
      <figcaption className={styles.caption}>
        {/* First, so that the keys flow around them. */}
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.action}
            aria-label={`What ${label} shows`}
            aria-expanded={isCaptionShown}
            aria-describedby={captionId}
            title={caption}
            onClick={() => setIsCaptionShown(!isCaptionShown)}
            onBlur={() => setIsCaptionShown(false)}
          >
            ?
          </button>
          {(['svg', 'png'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className={styles.action}
              aria-label={`Save ${label} as ${format.toUpperCase()}`}
              title={`Save as ${format.toUpperCase()}`}
              disabled={!isDrawn}
              onClick={() => save(format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
          <button
            type="button"
            className={styles.action}
            aria-label={`Table: ${label}`}
            aria-pressed={isTableShown}
            onClick={() => setIsTableShown(!isTableShown)}
          >
            Table
          </button>
        </div>
        <span ref={keys}>{legend}</span> {remark}
        <p id={captionId} className={isCaptionShown ? styles.text : styles.textHidden}>
          {caption}
        </p>
        {problem && <p role="alert">{problem}</p>}
      </figcaption>
    </figure>
  );
}
