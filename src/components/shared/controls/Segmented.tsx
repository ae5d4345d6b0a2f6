// Two to four modes of one region side by side, as tabs: the mode switch of the window.
import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './Segmented.module.css';

export interface Segment<Id extends string> {
  id: Id;
  label: string;
  icon?: ReactNode;
}

export interface SegmentedProps<Id extends string> {
  /** Accessible name of the strip. */
  label: string;
  segments: readonly Segment<Id>[];
  className?: string | undefined;
  /** Shares the width evenly (the phone's bottom bar). */
  isFullWidth?: boolean | undefined;
}

/** The strip; stands inside a SegmentedRoot, anywhere above its panels. */
export function Segmented<Id extends string>({
  label,
  segments,
  className,
  isFullWidth = false,
}: SegmentedProps<Id>) {
  return (
    <BaseTabs.List
      aria-label={label}
      className={classNames(styles.list, className)}
      data-full={isFullWidth || undefined}
    >
      {segments.map((segment) => (
        <BaseTabs.Tab key={segment.id} value={segment.id} className={styles.tab}>
          {segment.icon}
          <span className={styles.label}>{segment.label}</span>
        </BaseTabs.Tab>
      ))}
    </BaseTabs.List>
  );
}

export interface SegmentedRootProps<Id extends string> {
  value: Id;
  onValueChange: (value: Id) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** Ties strip and panels together when they stand far apart in the page. Renders a div. */
export function SegmentedRoot<Id extends string>({
  value,
  onValueChange,
  className,
  children,
}: SegmentedRootProps<Id>) {
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next: Id) => onValueChange(next)}
      className={className}
    >
      {children}
    </BaseTabs.Root>
  );
}

export interface SegmentedPanelProps {
  id: string;
  keepMounted?: boolean | undefined;
  /** False where it holds tabs of its own: one stop before the content is enough. */
  isStop?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** What one mode shows. */
export function SegmentedPanel({
  id,
  keepMounted = false,
  isStop = true,
  className,
  children,
}: SegmentedPanelProps) {
  return (
    <BaseTabs.Panel
      value={id}
      keepMounted={keepMounted}
      {...(!isStop && { tabIndex: -1 })}
      className={classNames(styles.panel, className)}
    >
      {children}
    </BaseTabs.Panel>
  );
}
