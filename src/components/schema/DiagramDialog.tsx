// The diagram of the schema in a window as large as the page.
import { useApp, usePlayground, useUi } from '../shared/app-context.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import { DiagramView } from './DiagramView.tsx';

export function DiagramDialog() {
  const { ui } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'diagram');
  const title = usePlayground((playground) => playground.title.trim());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => ui.setState({ dialog: 'none' })}
      title={title === '' ? 'Schema' : `Schema of ${title}`}
      size="full"
    >
      <DiagramView isLarge />
    </Dialog>
  );
}
