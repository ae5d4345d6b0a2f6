// The editor's commands as buttons: a slim row under the text, over it on touch screens.
// Keeps away from doing them; presses leave the focus, and so the caret, in the text.
import { AlignLeft, MessageSquareCode } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './EditorTools.module.css';

export interface EditorToolsProps {
  /** Whose text they change: "Query editor". */
  label: string;
  isReadOnly: boolean;
  onFormat: () => void;
  onComment: () => void;
  /** More buttons, before these. */
  children?: ReactNode;
  /** A few words at the other end of the row. */
  note?: ReactNode;
}

export function EditorTools(props: EditorToolsProps) {
  const { label, isReadOnly, onFormat, onComment, children, note } = props;
  return (
    <div role="toolbar" aria-label={`Commands of the ${label}`} className={styles.tools}>
      {children}
      {!isReadOnly && (
        <>
          <Tool
            icon={<AlignLeft size={14} aria-hidden="true" />}
            explanation="Lays the SQL out anew, or only what is selected. Changes white space and nothing else."
            keys={isMac ? ['⇧', '⌥', 'F'] : ['⇧', 'Alt', 'F']}
            onClick={onFormat}
          >
            Format
          </Tool>
          <Tool
            icon={<MessageSquareCode size={14} aria-hidden="true" />}
            explanation="Makes the lines of the selection comments, or takes that back."
            keys={[isMac ? '⌘' : 'Ctrl', '/']}
            onClick={onComment}
          >
            Comment
          </Tool>
        </>
      )}
      <span className={styles.note}>{note}</span>
    </div>
  );
}

interface ToolProps {
  icon: ReactNode;
  explanation: string;
  keys: readonly string[];
  onClick: () => void;
  children: string;
}

function Tool({ icon, explanation, keys, onClick, children }: ToolProps) {
  return (
    <Tooltip content={explanation} keys={keys} side="top">
      <Button
        size="sm"
        variant="ghost"
        icon={icon}
        className={styles.tool}
        onMouseDown={keepFocus}
        onClick={onClick}
      >
        {children}
      </Button>
    </Tooltip>
  );
}

/** A press takes the focus by default, and on a phone the keyboard would go. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
