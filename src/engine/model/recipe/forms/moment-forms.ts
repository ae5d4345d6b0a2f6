// The forms of days and times.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormField, FormsOf } from '../generator-forms.ts';
import { settingLimits } from '../setting-limits.ts';

const form: FormField = {
  type: 'choice',
  key: 'form',
  label: 'Written as',
  options: [
    { value: 'date', label: '2025-12-31' },
    { value: 'date-time', label: '2025-12-31 18:30:00' },
    { value: 'seconds', label: 'seconds since 1970' },
    { value: 'days', label: 'days since 1970' },
  ],
};

export const momentForms: FormsOf<'moment' | 'birthday' | 'time-of-day'> = {
  moment: {
    kind: 'moment',
    label: 'date or time',
    group: 'Moments',
    summary: 'days or moments between two days',
    fields: [
      { type: 'day', key: 'from', label: 'From' },
      { type: 'day', key: 'to', label: 'To' },
      form,
      {
        type: 'choice',
        key: 'order',
        label: 'Order',
        options: [
          { value: 'rows', label: 'later rows later' },
          { value: 'uniform', label: 'in no order, all alike' },
          { value: 'recent', label: 'in no order, recent ones frequent' },
        ],
      },
      {
        type: 'integer',
        key: 'delayDays',
        label: 'Delayed up to',
        min: 0,
        max: settingLimits.delayDays,
        unit: 'days',
      },
    ],
    initial: {
      kind: 'moment',
      from: '2023-01-01',
      to: '2025-12-31',
      form: 'date-time',
      order: 'rows',
      delayDays: 0,
    },
  },
  birthday: {
    kind: 'birthday',
    label: 'date of birth',
    group: 'Moments',
    summary: 'days from 1945 to 2006',
    fields: [form],
    initial: { kind: 'birthday', form: 'date' },
  },
  'time-of-day': {
    kind: 'time-of-day',
    label: 'time of day',
    group: 'Moments',
    summary: 'times such as 18:30:00',
    fields: [],
    initial: { kind: 'time-of-day' },
  },
};
