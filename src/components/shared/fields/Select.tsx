// One of a few values, from a list that opens over the page. Role combobox, named by its label.

import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { ControlSize } from '../controls/Button.tsx';
import { SetupChip } from '../labels/SetupChip.tsx';
import popup from '../overlays/popup.module.css';
import { classNames } from '../style/class-names.ts';
import styles from './Select.module.css';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** A dimmed line under the label. */
  detail?: string | undefined;
  /** Shows the setup's chip before the label. */
  setup?: SetupLetter | undefined;
  isDisabled?: boolean | undefined;
  /** Heading in the list; options of one group follow each other. */
  group?: string | undefined;
}

export interface SelectProps<Value extends string> {
  /** Accessible name. */
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  size?: ControlSize | undefined;
  /** 'plain' has no border until hovered or focused. */
  variant?: 'outline' | 'plain' | undefined;
  /** Dims the text: for a value that means "none". */
  isQuiet?: boolean | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  size = 'md',
  variant = 'outline',
  isQuiet = false,
  isDisabled = false,
  className,
}: SelectProps<Value>) {
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <BaseSelect.Root<Value>
      items={options}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      disabled={isDisabled}
      modal={false}
    >
      <BaseSelect.Trigger
        aria-label={label}
        data-size={size}
        data-variant={variant}
        data-quiet={isQuiet || undefined}
        className={classNames(styles.trigger, className)}
      >
        {chosen?.setup && <SetupChip letter={chosen.setup} size="sm" />}
        <span className={styles.value}>{chosen?.label ?? value}</span>
        <BaseSelect.Icon className={styles.chevron}>
          <ChevronDown size={14} aria-hidden="true" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner
          className={popup.positioner}
          alignItemWithTrigger={false}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <BaseSelect.Popup className={classNames(popup.popup, styles.popup)}>
            <BaseSelect.List className={styles.list}>
              {groupsOf(options).map(({ group, members }) =>
                group === undefined ? (
                  members.map((option) => <Item key={option.value} id={id} option={option} />)
                ) : (
                  <BaseSelect.Group key={group}>
                    <BaseSelect.GroupLabel className={styles.group}>{group}</BaseSelect.GroupLabel>
                    {members.map((option) => (
                      <Item key={option.value} id={id} option={option} />
                    ))}
                  </BaseSelect.Group>
                ),
              )}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}

function Item<Value extends string>({ id, option }: { id: string; option: SelectOption<Value> }) {
  return (
    <BaseSelect.Item
      value={option.value}
      label={option.label}
      disabled={option.isDisabled === true}
      aria-describedby={option.detail ? `${id}-${option.value}` : undefined}
      className={popup.item}
    >
      <span className={popup.icon}>
        <BaseSelect.ItemIndicator>
          <Check size={14} aria-hidden="true" />
        </BaseSelect.ItemIndicator>
      </span>
      {option.setup && <SetupChip letter={option.setup} size="sm" />}
      <span className={popup.text}>
        <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
        {option.detail && (
          // Described by it, not named by it: an option is called by its label.
          <span id={`${id}-${option.value}`} aria-hidden className={popup.detail}>
            {option.detail}
          </span>
        )}
      </span>
    </BaseSelect.Item>
  );
}

interface OptionGroup<Value extends string> {
  group: string | undefined;
  members: SelectOption<Value>[];
}

function groupsOf<Value extends string>(
  options: readonly SelectOption<Value>[],
): OptionGroup<Value>[] {
  const groups: OptionGroup<Value>[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}
