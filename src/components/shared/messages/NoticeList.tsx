// Short messages after an act, at the foot of the window, with what was done and an undo.
// Not a status: the page's one live status is the engine's.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Notice } from '../../../state/ui-store.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './NoticeList.module.css';

export interface NoticeListProps {
  notices: readonly Notice[];
  /** Asked for by the user, or by itself when a notice's time is over. */
  onDismiss: (id: number) => void;
}

export function NoticeList({ notices, onDismiss }: NoticeListProps) {
  const errors = notices.filter(({ tone }) => tone === 'error');
  const others = notices.filter(({ tone }) => tone !== 'error');
  return (
    <section className={styles.region} aria-label="Notices">
      <div role="alert">
        {errors.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onDismiss={onDismiss} />
        ))}
      </div>
      <div role="log">
        {others.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onDismiss={onDismiss} />
        ))}
      </div>
    </section>
  );
}

interface NoticeCardProps {
  notice: Notice;
  onDismiss: (id: number) => void;
}

function NoticeCard({ notice, onDismiss }: NoticeCardProps) {
  const { id, tone, text, details, action } = notice;
  const card = useRef<HTMLDivElement>(null);
  const lifetimeMs = lifetimeOf(notice);

  useEffect(() => {
    if (lifetimeMs === null) return;
    let timer = setTimeout(expire, lifetimeMs);
    // Never under the pointer or while it has the focus.
    function expire(): void {
      if (card.current?.matches(':hover, :focus-within')) timer = setTimeout(expire, graceMs);
      else onDismiss(id);
    }
    return () => clearTimeout(timer);
  }, [onDismiss, id, lifetimeMs]);

  return (
    <div ref={card} className={styles.notice} data-tone={tone}>
      <div className={styles.text}>
        <p className={styles.title}>{text}</p>
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {action && (
        <Button
          variant="ghost"
          className={styles.action}
          onClick={() => {
            onDismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label="Dismiss notice"
        icon={<X size={14} aria-hidden="true" />}
        onClick={() => onDismiss(id)}
      />
    </div>
  );
}

const graceMs = 3000;

/** Long enough to read and to decide; errors stay until dismissed. */
function lifetimeOf({ tone, details, action }: Notice): number | null {
  if (tone === 'error') return null;
  if (details.length > 0) return 30_000;
  return action ? 15_000 : 8_000;
}
