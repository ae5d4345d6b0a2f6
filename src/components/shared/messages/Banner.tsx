// A message about the place it stands in: what happened and what can be done.
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { classNames } from '../style/class-names.ts';
import styles from './Banner.module.css';

export type BannerTone = 'info' | 'success' | 'warning' | 'error';

export interface BannerProps {
  tone?: BannerTone | undefined;
  title?: string | undefined;
  /** Buttons. */
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
  /** Read out at once when it appears; by default only errors are. */
  isAnnounced?: boolean | undefined;
  /** 'strip' spans a region edge to edge, without side borders and corners. */
  shape?: 'box' | 'strip' | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert };

export function Banner({
  tone = 'info',
  title,
  actions,
  onDismiss,
  isAnnounced = tone === 'error',
  shape = 'box',
  className,
  children,
}: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classNames(styles.banner, className)}
      data-tone={tone}
      data-shape={shape}
      role={isAnnounced ? 'alert' : undefined}
    >
      <span className={styles.icon}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div className={styles.body}>{children}</div>}
      </div>
      {(actions !== undefined || onDismiss) && (
        <div className={styles.controls}>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
          {onDismiss && (
            <IconButton
              size="sm"
              label="Dismiss"
              icon={<X size={14} aria-hidden="true" />}
              onClick={onDismiss}
            />
          )}
        </div>
      )}
    </div>
  );
}
