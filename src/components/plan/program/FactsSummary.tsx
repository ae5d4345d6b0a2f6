// What a statement reads, writes and makes for itself, as a small table; read from its instructions.
// Keeps away from the instructions themselves: those are ProgramView's.
import { Fragment } from 'react';
import type { FactsRow, FactsSection } from '../../../state/selectors/plan/facts-summary.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './FactsSummary.module.css';

export interface FactsSummaryProps {
  /** Accessible name: "What <query> touches in <letter>". */
  label: string;
  sections: readonly FactsSection[];
}

export function FactsSummary({ label, sections }: FactsSummaryProps) {
  if (sections.length === 0) {
    return <p className={styles.nothing}>It touches no table: all that it needs stands in it.</p>;
  }
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">table or index</th>
            <th scope="col">how</th>
            <th scope="col">columns read from it</th>
          </tr>
        </thead>
        {sections.map(({ title, groups }) => (
          <Fragment key={title ?? 'the statement'}>
            {title !== null && (
              <tbody>
                <tr>
                  <th colSpan={3} scope="colgroup" className={styles.program}>
                    {title} <span className={styles.dim}>for each row that asks for it</span>
                  </th>
                </tr>
              </tbody>
            )}
            {groups.map((group) => (
              <tbody key={group.title}>
                <tr>
                  <th colSpan={3} scope="rowgroup" className={styles.group}>
                    {group.title}
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Row key={row.key} row={row} />
                ))}
              </tbody>
            ))}
          </Fragment>
        ))}
      </table>
    </div>
  );
}

function Row({ row: { name, kind, of, ways, columns } }: { row: FactsRow }) {
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name} data-kind={kind}>
        {name}
        {of !== null && <span className={styles.of}> index on {of}</span>}
      </th>
      <td className={styles.ways}>
        {ways.map(({ text, tone, explanation }) => (
          <Tooltip key={text} content={explanation}>
            <Badge tone={tone}>{text}</Badge>
          </Tooltip>
        ))}
      </td>
      <td className={styles.columns}>{columns}</td>
    </tr>
  );
}
