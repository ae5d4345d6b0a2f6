// A place of a text in words, "Line 2, column 5": a press brings the caret there.
import { linePlace } from '../../../state/selectors/editor/line-place.ts';
import styles from './PlaceButton.module.css';

export interface PlaceButtonProps {
  text: string;
  /** UTF-16 offset. */
  offset: number;
  onShow: () => void;
}

export function PlaceButton({ text, offset, onShow }: PlaceButtonProps) {
  const { line, column } = linePlace(text, offset);
  return (
    <button type="button" className={styles.place} onClick={onShow}>
      {`Line ${line}, column ${column}`}
    </button>
  );
}
