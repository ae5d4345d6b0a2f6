// A button that starts a run of the lab; while it cannot, it says why on hover and focus, and below.
import type { ReactNode } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import { FieldHint } from './FieldGroup.tsx';

export interface RunButtonProps {
  label: string;
  icon?: ReactNode;
  isPrimary?: boolean | undefined;
  /** What a press does. */
  explanation: string;
  /** Why it cannot be pressed, as a sentence; null when it can. */
  refusal: string | null;
  /** Whether the refusal stands below the button too: touch screens have no hover. */
  isRefusalShown?: boolean | undefined;
  onRun: () => void;
}

export function RunButton({
  label,
  icon,
  isPrimary = false,
  explanation,
  refusal,
  isRefusalShown = false,
  onRun,
}: RunButtonProps) {
  return (
    <>
      <Tooltip content={refusal ?? explanation} side="top">
        <Button
          variant={isPrimary ? 'primary' : 'soft'}
          size={isPrimary ? 'lg' : 'md'}
          icon={icon}
          disabled={refusal !== null}
          focusableWhenDisabled
          onClick={onRun}
        >
          {label}
        </Button>
      </Tooltip>
      {isRefusalShown && refusal !== null && <FieldHint>{refusal}</FieldHint>}
    </>
  );
}
