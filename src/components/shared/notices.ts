// Short messages after an act, at the foot of the window, with an undo where there is one.
// Keeps away from their drawing (NoticeHost) and from what the acts do.
import { Toast } from '@base-ui/react/toast';

export interface Notice {
  /** One sentence: what was done. */
  message: string;
  detail?: string | undefined;
  tone?: 'info' | 'error' | undefined;
  action?: { label: string; onAction: () => void } | undefined;
  /** 0 keeps it until dismissed. By default 5 s, 10 s with an action, errors stay. */
  timeoutMs?: number | undefined;
  /** A second notice with the same id replaces the first. */
  id?: string | undefined;
}

type Manager = ReturnType<typeof Toast.createToastManager>;

export interface Notices {
  /** Shows a notice and returns its id. */
  notify: (notice: Notice) => string;
  dismiss: (id: string) => void;
  /** For NoticeHost. */
  manager: Manager;
}

/** A channel of notices; works outside React. One NoticeHost shows what is sent to it. */
export function createNotices(): Notices {
  const manager = Toast.createToastManager();
  function notify({ message, detail, tone = 'info', action, timeoutMs, id }: Notice): string {
    const noticeId: string = manager.add({
      ...(id === undefined ? {} : { id }),
      title: message,
      description: detail,
      type: tone,
      priority: tone === 'error' ? 'high' : 'low',
      timeout: timeoutMs ?? defaultTimeoutMs(tone, action !== undefined),
      ...(action && {
        actionProps: {
          children: action.label,
          onClick: () => {
            manager.close(noticeId);
            action.onAction();
          },
        },
      }),
    });
    return noticeId;
  }
  return { notify, dismiss: (id) => manager.close(id), manager };
}

function defaultTimeoutMs(tone: 'info' | 'error', hasAction: boolean): number {
  if (tone === 'error') return 0;
  return hasAction ? 10_000 : 5_000;
}
