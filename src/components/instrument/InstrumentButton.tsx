// "Test this instrument": for the sceptic, beside the figures that the doubt is about.
import { Microscope } from 'lucide-react';
import { useApp } from '../shared/app-context.tsx';
import { Button, type ControlSize } from '../shared/controls/Button.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { openInstrument } from './open-instrument.ts';

export interface InstrumentButtonProps {
  size?: ControlSize | undefined;
  className?: string | undefined;
}

export function InstrumentButton({ size, className }: InstrumentButtonProps) {
  const app = useApp();
  return (
    <Tooltip
      content="Test this instrument: how far this machine can be trusted now. About 15 s."
      side="top"
    >
      <Button
        variant="ghost"
        size={size}
        icon={<Microscope size={16} aria-hidden="true" />}
        onClick={() => openInstrument(app)}
        className={className}
      >
        Test this instrument
      </Button>
    </Tooltip>
  );
}
