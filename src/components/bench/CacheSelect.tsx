// The result cache of a setup: none, or LRU with a capacity in entries.
// Keeps away from what a cache does; the model says what can be set.
import { useState } from 'react';
import type { CacheSetting, SetupLetter } from '../../engine/model/playground.ts';
import { formatCount } from '../../lib/format/format-count.ts';
import { Button } from '../shared/controls/Button.tsx';
import { NumberField } from '../shared/fields/NumberField.tsx';
import { Select, type SelectOption } from '../shared/fields/Select.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';

export interface CacheSelectProps {
  letter: SetupLetter;
  cache: CacheSetting;
  onChange: (cache: CacheSetting) => void;
}

const usualCapacities = [10, 100, 500, 1000];
const maxCapacity = 1_000_000;

export function CacheSelect({ letter, cache, onChange }: CacheSelectProps) {
  const [isAsking, setIsAsking] = useState(false);
  const capacity = cache.kind === 'lru' ? cache.capacity : null;
  function choose(value: string): void {
    if (value === 'custom') setIsAsking(true);
    else onChange(value === 'none' ? { kind: 'none' } : { kind: 'lru', capacity: Number(value) });
  }
  return (
    <>
      <Select
        label={`Cache in ${letter}`}
        size="sm"
        value={capacity === null ? 'none' : String(capacity)}
        isQuiet={capacity === null}
        options={cacheOptions(capacity)}
        onChange={choose}
      />
      {isAsking && (
        <CapacityDialog
          letter={letter}
          capacity={capacity ?? 250}
          onClose={() => setIsAsking(false)}
          onSet={(wanted) => {
            setIsAsking(false);
            onChange({ kind: 'lru', capacity: wanted });
          }}
        />
      )}
    </>
  );
}

function cacheOptions(capacity: number | null): SelectOption<string>[] {
  const capacities = [...usualCapacities];
  if (capacity !== null && !capacities.includes(capacity)) capacities.push(capacity);
  capacities.sort((one, other) => one - other);
  return [
    { value: 'none', label: 'none', detail: 'Every call asks SQLite.' },
    ...capacities.map((entries) => ({
      value: String(entries),
      label: `LRU ${formatCount(entries)}`,
      detail: `Keeps the ${formatCount(entries)} results used last.`,
    })),
    { value: 'custom', label: 'custom capacity…' },
  ];
}

interface CapacityDialogProps {
  letter: SetupLetter;
  capacity: number;
  onClose: () => void;
  onSet: (capacity: number) => void;
}

function CapacityDialog({ letter, capacity, onClose, onSet }: CapacityDialogProps) {
  const [entries, setEntries] = useState(capacity);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={`Cache of setup ${letter}`}
      description="The result used longest ago makes room for a new one (LRU)."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => onSet(entries)}>
            Set capacity
          </Button>
        </>
      }
    >
      <NumberField
        label="Capacity"
        unit="results"
        min={1}
        max={maxCapacity}
        value={entries}
        onChange={setEntries}
      />
    </Dialog>
  );
}
