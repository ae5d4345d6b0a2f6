// The list of the queries; which one is selected decides what the editor shows.
import { Plus } from 'lucide-react';
import type { Query } from '../../engine/model/playground.ts';
import { Button } from '../shared/controls/Button.tsx';
import styles from './QueryList.module.css';
import { QueryListItem } from './QueryListItem.tsx';

export interface QueryListProps {
  queries: readonly Pick<Query, 'id' | 'name' | 'weight'>[];
  selectedId: string | null;
  /** Ids of queries that cannot be planned as they are written. */
  faultyIds: readonly string[];
  onSelect: (id: string) => void;
  onRename: (id: string, name: string) => void;
  onWeight: (id: string, weight: number) => void;
  onDuplicate: (id: string) => void;
  onMove: (id: string, position: number) => void;
  onRemove: (id: string) => void;
  onAdd: () => void;
}

export function QueryList(props: QueryListProps) {
  const { queries, selectedId, faultyIds } = props;
  return (
    <div className={styles.list}>
      {queries.length > 0 && (
        <ul aria-label="Queries">
          {queries.map(({ id, name, weight }, position) => (
            <QueryListItem
              key={id}
              name={name}
              weight={weight}
              isSelected={id === selectedId}
              hasFault={faultyIds.includes(id)}
              isFirst={position === 0}
              isLast={position === queries.length - 1}
              onSelect={() => props.onSelect(id)}
              onRename={(newName) => props.onRename(id, newName)}
              onWeight={(newWeight) => props.onWeight(id, newWeight)}
              onDuplicate={() => props.onDuplicate(id)}
              onMoveUp={() => props.onMove(id, position - 1)}
              onMoveDown={() => props.onMove(id, position + 1)}
              onRemove={() => props.onRemove(id)}
            />
          ))}
        </ul>
      )}
      <Button
        className={styles.add}
        variant="ghost"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={props.onAdd}
      >
        Add query
      </Button>
    </div>
  );
}
