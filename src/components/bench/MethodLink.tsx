// The way from a verdict to the page that explains how it is made: one link for the whole grid, drawn
// in the cell that is pointed at, has the focus, or is selected.
// Stands beside the table: inside a cell it would be part of the cell's accessible name.
import { CircleQuestionMark } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import styles from './MethodLink.module.css';
import { useMethodLink } from './use-method-link.ts';

export function MethodLink({ table }: { table: RefObject<HTMLTableElement | null> }) {
  const link = useRef<HTMLAnchorElement>(null);
  useMethodLink(table, link);
  return (
    <a
      ref={link}
      hidden
      href="measuring.html"
      target="_blank"
      rel="noopener"
      aria-label="How this verdict is made"
      title="How this verdict is made"
      className={styles.link}
    >
      <CircleQuestionMark size={13} aria-hidden="true" />
    </a>
  );
}
