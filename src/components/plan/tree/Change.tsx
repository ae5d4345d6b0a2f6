// What differs from setup A in a few words, with a sign: never by its colour alone.
import { Minus, Pencil, Plus } from 'lucide-react';
import type { LineChange } from '../../../state/selectors/plan/lines/step-line.ts';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './Change.module.css';

const icons = { added: Plus, removed: Minus, changed: Pencil };

export function Change({ change: { kind, text, explanation } }: { change: LineChange }) {
  const Icon = icons[kind];
  return (
    <>
      <Tooltip content={explanation}>
        <span className={styles.change} data-kind={kind}>
          <Icon size={10} aria-hidden="true" />
          {text}
        </span>
      </Tooltip>{' '}
    </>
  );
}
