// The name of a table in the list, which opens and closes it.
import { ChevronRight } from 'lucide-react';
import styles from './TableRecipeCard.module.css';

export interface TableNameProps {
  name: string;
  isOpen: boolean;
  onOpenChange: (table: string, isOpen: boolean) => void;
}

export function TableName({ name, isOpen, onOpenChange }: TableNameProps) {
  return (
    <h2 className={styles.name}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        onClick={() => onOpenChange(name, !isOpen)}
      >
        <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
        <span className={styles.nameText} title={name}>
          {name}
        </span>
      </button>
    </h2>
  );
}
