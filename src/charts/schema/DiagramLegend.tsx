// What the marks of a diagram mean.
import type { ReactNode } from 'react';
import styles from './SchemaDiagram.module.css';

export interface DiagramLegendProps {
  hasColumns: boolean;
  hasBytes: boolean;
}

export function DiagramLegend({ hasColumns, hasBytes }: DiagramLegendProps) {
  return (
    <p className={styles.legend}>
      {hasColumns && (
        <>
          <Key
            mark={
              <path
                className={styles.key}
                transform="translate(2 7)"
                d="M3 -3A3 3 0 1 0 3 3A3 3 0 1 0 3 -3M6 0H11.5M11.5 0V3M8.8 0V2.4"
              />
            }
          >
            primary key
          </Key>
          <Key
            mark={
              <text className={styles.link} x={3} y={11}>
                ↗
              </text>
            }
          >
            foreign key
          </Key>
          <Key mark={<circle className={styles.dot} cx={8} cy={7} r={2} />}>NOT NULL</Key>
          <Key mark={<circle className={styles.ring} cx={8} cy={7} r={2} />}>may be NULL</Key>
        </>
      )}
      <Key mark={<path className={styles.legendLine} d="M0 7H16M16 2L5 7L16 12" />}>many</Key>
      <Key mark={<path className={styles.legendLine} d="M0 7H16M9 2V12" />}>one</Key>
      {hasBytes && (
        <Key
          mark={
            <>
              <rect className={styles.tableBytes} y={5} width={9} height={4} />
              <rect className={styles.indexBytes} x={9} y={5} width={7} height={4} />
            </>
          }
        >
          bytes: table, indexes
        </Key>
      )}
    </p>
  );
}

function Key({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.legendKey}>
      <svg width={16} height={14} aria-hidden="true">
        {mark}
      </svg>
      {children}
    </span>
  );
}
