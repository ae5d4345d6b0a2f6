// The menu that takes a run's samples away as a file.
import { Download, FileBraces, FileSpreadsheet } from 'lucide-react';
import { Menu } from '../../shared/overlays/Menu.tsx';
import type { SamplesFormat } from '../export-writes.ts';

export interface SaveSamplesProps {
  isDisabled: boolean;
  onSave: (format: SamplesFormat) => void;
}

export function SaveSamples({ isDisabled, onSave }: SaveSamplesProps) {
  return (
    <Menu
      label="Save samples"
      align="end"
      isDisabled={isDisabled}
      icon={<Download size={16} aria-hidden="true" />}
      entries={[
        {
          kind: 'command',
          id: 'csv',
          label: 'Raw samples as CSV',
          detail: 'a line for each sample',
          icon: <FileSpreadsheet size={16} aria-hidden="true" />,
          onSelect: () => onSave('csv'),
        },
        {
          kind: 'command',
          id: 'json',
          label: 'Raw samples as JSON',
          detail: 'everything measured, with what was asked',
          icon: <FileBraces size={16} aria-hidden="true" />,
          onSelect: () => onSave('json'),
        },
      ]}
    />
  );
}
