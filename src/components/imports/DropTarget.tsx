// Files dropped anywhere on the window are looked at, as if they had been chosen.
import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { droppedFilesWords } from '../../state/selectors/imports/dropped-files-words.ts';
import { useApp } from '../shared/app-context.tsx';
import styles from './DropTarget.module.css';

export function DropTarget() {
  const { imports, notices } = useApp();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function over(event: DragEvent): void {
      if (!hasFiles(event)) return;
      // Without this the browser would leave the page and open the file.
      event.preventDefault();
      setIsOver(true);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setIsOver(false);
    }
    function drop(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const [file] = files;
      if (!file) return;
      const words = droppedFilesWords(files.map(({ name }) => name));
      if (words !== null) notices.show({ tone: 'info', text: words, details: [], action: null });
      void imports.open({ name: file.name, blob: file });
    }
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [imports, notices]);
  if (!isOver) return null;
  return (
    <div className={styles.cover} aria-hidden="true">
      <p className={styles.words}>
        <FileUp size={24} /> Drop the file to look at it
      </p>
    </div>
  );
}
