// The schema drawn as a tree, by the ARIA tree pattern: one tab stop, arrows inside.
// Keeps what is open and where the focus stands; what there is comes from the selector.
import {
  ChevronRight,
  Eye,
  Fingerprint,
  KeyRound,
  Link,
  ListChecks,
  Table2,
  Zap,
} from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SchemaNode, SchemaNodeKind } from '../../state/selectors/schema/schema-tree.ts';
import { type TreeItem, treeMove } from '../shared/keyboard/tree-move.ts';
import { Badge } from '../shared/labels/Badge.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import styles from './SchemaTree.module.css';

/** A plain column has none: there are many, and their names are what one looks for. */
const icons: Record<SchemaNodeKind, typeof Table2 | null> = {
  table: Table2,
  view: Eye,
  trigger: Zap,
  column: null,
  'primary-key': KeyRound,
  unique: Fingerprint,
  check: ListChecks,
  'foreign-key': Link,
};

export interface SchemaTreeProps {
  nodes: readonly SchemaNode[];
  /** A table to be opened and focused now. */
  shownTable: string | null;
  /** Called once it is. */
  onTableShown: () => void;
}

export function SchemaTree({ nodes, shownTable, onTableShown }: SchemaTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const lines = visibleLines(nodes, closed, 1);
  const current = lines.find(({ id }) => id === focused)?.id ?? lines[0]?.id ?? null;

  const show = useEffectEvent((name: string) => {
    const node = nodes.find(({ kind, name: each }) => kind === 'table' && each === name);
    if (node) {
      setOpen(node.id, true);
      focusItem(node.id);
    }
    onTableShown();
  });
  useEffect(() => {
    if (shownTable !== null) show(shownTable);
  }, [shownTable]);

  function focusItem(id: string): void {
    setFocused(id);
    root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  function setOpen(id: string, isOpen: boolean): void {
    const next = new Set(closed);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosed(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (current === null) return;
    const move = treeMove(lines, current, event);
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go') {
      focusItem(move.id);
    } else {
      setOpen(move.id, move.kind === 'open' || (move.kind === 'toggle' && closed.has(move.id)));
    }
  }

  return (
    <div ref={root} role="tree" aria-label="Schema" className={styles.tree}>
      {lines.map(({ node, id, level, isOpen, position, count }) => (
        <div
          key={id}
          role="treeitem"
          data-id={id}
          data-kind={node.kind}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={count}
          aria-expanded={isOpen ?? undefined}
          tabIndex={id === current ? 0 : -1}
          className={styles.item}
          style={{ paddingLeft: `${(level - 1) * 20 + 12}px` }}
          onFocus={() => setFocused(id)}
          onClick={() => {
            if (isOpen !== null) setOpen(id, !isOpen);
          }}
          onKeyDown={onKeyDown}
        >
          <TreeLine node={node} isOpen={isOpen} />
        </div>
      ))}
    </div>
  );
}

interface TreeLineProps {
  node: SchemaNode;
  isOpen: boolean | null;
}

function TreeLine({ node, isOpen }: TreeLineProps) {
  const isKey = node.kind === 'column' && node.tags.some(({ label }) => label === 'PK');
  const Icon = isKey ? KeyRound : icons[node.kind];
  return (
    <>
      <span className={styles.line}>
        {isOpen !== null && (
          <ChevronRight
            size={14}
            className={styles.chevron}
            data-open={isOpen || undefined}
            aria-hidden="true"
          />
        )}
        <span className={styles.icon}>{Icon && <Icon size={14} aria-hidden="true" />}</span>
        <span className={styles.name}>{node.name}</span>
        {node.detail !== '' && (
          <span className={styles.detail} title={node.detail}>
            {node.detail}
          </span>
        )}
        {node.tags.map(({ label, meaning }) => (
          <Badge key={label} className={styles.tag} title={meaning}>
            {label}
          </Badge>
        ))}
      </span>
      {node.problems.map((problem) => (
        <Fault key={problem.message} tone="warning" error={problem} className={styles.problem} />
      ))}
    </>
  );
}

interface VisibleLine extends TreeItem {
  node: SchemaNode;
  /** Among its siblings, from 1. */
  position: number;
  count: number;
}

function visibleLines(
  nodes: readonly SchemaNode[],
  closed: ReadonlySet<string>,
  level: number,
): VisibleLine[] {
  return nodes.flatMap((node, index) => {
    const isOpen = node.children.length === 0 ? null : !closed.has(node.id);
    const { id, name: text } = node;
    const line = { node, id, level, isOpen, text, position: index + 1, count: nodes.length };
    return isOpen ? [line, ...visibleLines(node.children, closed, level + 1)] : [line];
  });
}
