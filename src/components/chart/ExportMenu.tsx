// The menu that takes the comparison away: as text to paste, as raw samples.
import { Copy, Download, FileBraces, FileSpreadsheet } from 'lucide-react';
import { exportRefusal } from '../../state/selectors/share/comparison-report.ts';
import { useApp, usePlayground, useRuns } from '../shared/app-context.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import { copyMarkdown, saveSamplesCsv, saveSamplesJson } from './export-comparison.ts';

export function ExportMenu() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const refusal = useRuns(({ results }) => exportRefusal(playground, { results }));
  const entry = (id: string, label: string, detail: string, icon: typeof Copy, run: () => void) => {
    const Icon = icon;
    return {
      kind: 'command' as const,
      id,
      label,
      detail: refusal ?? detail,
      icon: <Icon size={16} aria-hidden="true" />,
      isDisabled: refusal !== null,
      onSelect: run,
    };
  };
  return (
    <Menu
      label="Export"
      size="sm"
      align="end"
      icon={<Download size={14} aria-hidden="true" />}
      entries={[
        entry(
          'markdown',
          'Copy as Markdown',
          'all queries, with their verdicts and the environment',
          Copy,
          () => void copyMarkdown(app),
        ),
        entry('csv', 'Raw samples as CSV', 'a line for each sample', FileSpreadsheet, () =>
          saveSamplesCsv(app),
        ),
        entry(
          'json',
          'Raw samples as JSON',
          'everything measured, with the playground',
          FileBraces,
          () => saveSamplesJson(app),
        ),
      ]}
    />
  );
}
