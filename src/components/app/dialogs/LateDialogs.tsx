// Dialogs that most visits never open: each is fetched when it is first opened.
// Keeps away from what they show.
import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
} from 'react';
import type { OpenDialog } from '../../../state/ui-store.ts';
import { useApp, useUi } from '../../shared/app-context.tsx';

type LateDialog = LazyExoticComponent<ComponentType>;

const dialogs: readonly { id: OpenDialog; name: string; Dialog: LateDialog }[] = [
  {
    id: 'import',
    name: 'the import',
    Dialog: lazy(async () => ({
      default: (await import('../../imports/ImportDialog.tsx')).ImportDialog,
    })),
  },
  {
    id: 'export',
    name: 'the export',
    Dialog: lazy(async () => ({
      default: (await import('../../export/ExportDialog.tsx')).ExportDialog,
    })),
  },
  {
    id: 'stored',
    name: 'the stored data',
    Dialog: lazy(async () => ({
      default: (await import('../../stored/StoredDialog.tsx')).StoredDialog,
    })),
  },
  {
    id: 'instrument',
    name: 'the test of the instrument',
    Dialog: lazy(async () => ({
      default: (await import('../../instrument/InstrumentDialog.tsx')).InstrumentDialog,
    })),
  },
  {
    id: 'history',
    name: 'the history',
    Dialog: lazy(async () => ({
      default: (await import('../../history/HistoryDialog.tsx')).HistoryDialog,
    })),
  },
  {
    id: 'diagram',
    name: 'the diagram',
    Dialog: lazy(async () => ({
      default: (await import('../../schema/DiagramDialog.tsx')).DiagramDialog,
    })),
  },
];

export function LateDialogs() {
  const { ui, notices } = useApp();
  const open = useUi(({ dialog }) => dialog);
  const shown = dialogs.find(({ id }) => id === open);
  if (!shown) return null;
  const { id, name, Dialog } = shown;
  return (
    <Boundary key={id} onFailure={fail}>
      <Suspense fallback={null}>
        <Dialog />
      </Suspense>
    </Boundary>
  );

  function fail(message: string): void {
    ui.setState({ dialog: 'none' });
    notices.show({
      tone: 'error',
      text: `Something failed in ${name}: ${message}. Your playground is kept; reload the page to try again.`,
      details: [],
      action: null,
    });
  }
}

interface BoundaryProps {
  onFailure: (message: string) => void;
  children: ReactNode;
}

/** A dialog that could not be fetched, or fails, is closed and leaves its reason. */
class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onFailure(thrown instanceof Error ? thrown.message : String(thrown));
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
