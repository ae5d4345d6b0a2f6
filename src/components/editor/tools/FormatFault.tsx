// Why a text was not formatted, under it; goes with the next change of the text.
import { Fault } from '../../shared/messages/Fault.tsx';
import type { FormatRefusal } from '../format/format-surface.ts';
import { PlaceButton } from './PlaceButton.tsx';

export interface FormatFaultProps {
  refusal: FormatRefusal;
  text: string;
  onShow: (offset: number) => void;
}

export function FormatFault({ refusal: { message, offset }, text, onShow }: FormatFaultProps) {
  return (
    <div aria-live="polite">
      <Fault
        tone="warning"
        error={{ message }}
        place={
          offset !== null && (
            <PlaceButton text={text} offset={offset} onShow={() => onShow(offset)} />
          )
        }
      />
    </div>
  );
}
