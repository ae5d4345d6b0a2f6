// One reference of a diagram: its line, the marks at its ends, and a wide path for the pointer.
import { memo } from 'react';
import type { ReferenceLine } from './reference-lines.ts';
import styles from './SchemaDiagram.module.css';

export interface LineDrawingProps {
  line: ReferenceLine;
  state: 'plain' | 'active' | 'dimmed';
}

export const LineDrawing = memo(function LineDrawing({ line, state }: LineDrawingProps) {
  const { path, marks, reference } = line;
  return (
    <g className={styles.line} data-state={state}>
      <title>{reference.title}</title>
      <path className={styles.touch} d={path} />
      <path d={path} />
      <path d={marks} />
    </g>
  );
});
