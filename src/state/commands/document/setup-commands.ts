// Verbs on the setups: the columns of the bench and their switches.
import {
  type CacheSetting,
  maxSetups,
  type Playground,
  type Setup,
} from '../../../engine/model/playground.ts';
import type { DocumentEditor } from '../../document-store.ts';
import { freshId, freshName } from './fresh-name.ts';

export interface SetupCommands {
  /** Adds a setup like the last one; does nothing when there are six. Returns its id. */
  add(): string | null;
  duplicate(setupId: string): string | null;
  rename(setupId: string, name: string): void;
  /** Removes a setup; the last one stays. */
  remove(setupId: string): void;
  /** Moves a setup to a position; the one at 0 is the baseline. */
  move(setupId: string, position: number): void;
  setIndexOn(setupId: string, indexName: string, isOn: boolean): void;
  setStatistics(setupId: string, hasStatistics: boolean): void;
  setCache(setupId: string, cache: CacheSetting): void;
}

export function createSetupCommands({ edit, store }: DocumentEditor): SetupCommands {
  const change = (setupId: string, patch: (setup: Setup) => Setup, field?: string) =>
    edit(
      (playground) => ({
        ...playground,
        setups: playground.setups.map((setup) => (setup.id === setupId ? patch(setup) : setup)),
      }),
      field,
    );

  function insertAfter(position: number, make: (playground: Playground) => Setup): string | null {
    const playground = store.getState().playground;
    if (playground.setups.length >= maxSetups) return null;
    const setup = make(playground);
    edit((current) => ({ ...current, setups: current.setups.toSpliced(position + 1, 0, setup) }));
    return setup.id;
  }

  return {
    add: () =>
      insertAfter(store.getState().playground.setups.length - 1, ({ setups, indexes }) => ({
        id: freshId('s', setups),
        name: freshName('new setup', setups),
        indexes: indexes.map((index) => index.name),
        hasStatistics: false,
        cache: { kind: 'none' },
      })),
    duplicate(setupId) {
      const { setups } = store.getState().playground;
      const position = setups.findIndex((setup) => setup.id === setupId);
      const original = setups[position];
      if (!original) return null;
      return insertAfter(position, () => ({
        ...original,
        id: freshId('s', setups),
        name: freshName(original.name, setups),
      }));
    },
    rename: (setupId, name) =>
      change(setupId, (setup) => ({ ...setup, name }), `setup ${setupId} name`),
    remove: (setupId) =>
      edit((playground) =>
        playground.setups.length <= 1
          ? playground
          : { ...playground, setups: playground.setups.filter((setup) => setup.id !== setupId) },
      ),
    move: (setupId, position) =>
      edit((playground) => {
        const moved = playground.setups.find((setup) => setup.id === setupId);
        if (!moved || playground.setups.indexOf(moved) === position) return playground;
        const others = playground.setups.filter((setup) => setup !== moved);
        return { ...playground, setups: others.toSpliced(position, 0, moved) };
      }),
    setIndexOn: (setupId, indexName, isOn) =>
      change(setupId, (setup) => {
        const others = setup.indexes.filter((name) => name !== indexName);
        return { ...setup, indexes: isOn ? [...others, indexName] : others };
      }),
    setStatistics: (setupId, hasStatistics) =>
      change(setupId, (setup) => ({ ...setup, hasStatistics })),
    setCache: (setupId, cache) =>
      change(setupId, (setup) => ({ ...setup, cache }), `setup ${setupId} cache`),
  };
}
