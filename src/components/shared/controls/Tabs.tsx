// Tabs with an underlined strip: one region, several views of it, each with its own panel.
import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './Tabs.module.css';

export interface Tab<Id extends string> {
  id: Id;
  /** The accessible name is this alone. */
  label: string;
  icon?: ReactNode;
  /** A count beside the label, left out at 0. */
  count?: number | undefined;
  /** What is counted, for the description of the tab: "findings". */
  countLabel?: string | undefined;
  /** Null draws an empty panel, for tabs whose content stands elsewhere. */
  panel: ReactNode;
  /** False where the panel begins with tabs of its own: one stop before the content is enough. */
  isPanelStop?: boolean | undefined;
}

export interface TabsProps<Id extends string> {
  /** Accessible name of the strip. */
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onValueChange: (value: Id) => void;
  /** At the right end of the strip. */
  trailing?: ReactNode;
  /** Keeps hidden panels in the page, with their state (editors, scroll positions). */
  keepMounted?: boolean | undefined;
  /** For the outer element, the flex or grid item. Panels fill the height that is left. */
  className?: string | undefined;
  panelClassName?: string | undefined;
}

export function Tabs<Id extends string>({
  label,
  tabs,
  value,
  onValueChange,
  trailing,
  keepMounted = false,
  className,
  panelClassName,
}: TabsProps<Id>) {
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next: Id) => onValueChange(next)}
      className={classNames(styles.root, className)}
    >
      <div className={styles.strip}>
        <BaseTabs.List className={styles.list} aria-label={label}>
          {tabs.map((tab) => (
            <BaseTabs.Tab
              key={tab.id}
              value={tab.id}
              className={styles.tab}
              aria-description={
                tab.count ? `${tab.count} ${tab.countLabel ?? ''}`.trim() : undefined
              }
            >
              {tab.icon}
              {/* The bold copy keeps the width, so that selecting a tab moves no other. */}
              <span className={styles.label} data-text={tab.label}>
                {tab.label}
              </span>
              {tab.count ? (
                <span className={styles.count} aria-hidden="true">
                  {tab.count}
                </span>
              ) : null}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {trailing !== undefined && <div className={styles.trailing}>{trailing}</div>}
      </div>
      {tabs.map((tab) => (
        <BaseTabs.Panel
          key={tab.id}
          value={tab.id}
          keepMounted={keepMounted}
          {...(tab.isPanelStop === false && { tabIndex: -1 })}
          className={classNames(styles.panel, panelClassName)}
        >
          {tab.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
