// A diagram in words: for those who do not see it, and for the line under it.
// Pure.
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../../lib/format/format-count.ts';
import { formatList } from '../../lib/format/format-list.ts';
import type { ChartTable } from '../frame/FigureTable.tsx';
import { figuresText } from './box-geometry.ts';
import type { DiagramModel } from './diagram-model.ts';

/** Each table with what it holds and whom it refers to. */
export function diagramTable(model: DiagramModel): ChartTable {
  return {
    columns: ['Table', 'Rows', 'Bytes', 'Columns', 'Refers to', 'Referred to by'],
    rows: model.boxes.map(({ table, figures, columnCount }, position) => [
      table,
      figures.rows === null
        ? ''
        : `${formatCount(figures.rows)}${figures.isPlanned ? ' (planned)' : ''}`,
      figures.tableBytes === null ? '' : formatBytes(figures.tableBytes + figures.indexBytes),
      formatCount(columnCount),
      parentsOf(model, position).join(', '),
      childrenOf(model, position).join(', '),
    ]),
  };
}

/** Names of a list that are drawn; more are told by its end. */
const drawnNames = 6;

/** The beginning of a long list, and how many more there are; a short one as it is. */
export function cutList(text: string): string {
  const names = text.split(', ');
  const hidden = names.length - drawnNames;
  // A single one takes no more room than the words about it.
  if (hidden < 2) return text;
  return `${names.slice(0, drawnNames).join(', ')} and ${formatCount(hidden)} more`;
}

/** 'orders: 2,000 rows · 84 kB, 5 columns. Refers to products. Referred to by returns.' */
export function tableSentence(model: DiagramModel, position: number): string {
  const box = model.boxes[position];
  if (!box) return '';
  const parents = parentsOf(model, position);
  const children = childrenOf(model, position);
  const facts = [figuresText(box.figures), formatCountOf(box.columnCount, 'column')];
  const sentences = [
    `${box.table}: ${facts.filter((fact) => fact !== '').join(', ')}.`,
    parents.length > 0 ? `Refers to ${formatList(parents)}.` : '',
    children.length > 0 ? `Referred to by ${formatList(children)}.` : '',
    parents.length + children.length === 0 ? 'Nothing refers to it, and it refers to nothing.' : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function parentsOf({ boxes, references }: DiagramModel, position: number): string[] {
  return references
    .filter(({ child }) => child === position)
    .map(({ parent, childColumns }) =>
      parent === position
        ? `itself (${childColumns.join(', ')})`
        : `${boxes[parent]?.table} (${childColumns.join(', ')})`,
    );
}

function childrenOf({ boxes, references }: DiagramModel, position: number): string[] {
  const children = references
    .filter(({ child, parent }) => parent === position && child !== position)
    .map(({ child }) => boxes[child]?.table ?? '');
  return [...new Set(children)];
}
