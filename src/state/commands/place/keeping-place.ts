// Keeps where the user is in the page, and brings it back at the next visit: mode, tabs, fields of
// the labs. What was measured is not kept here, and the playground is kept elsewhere.
import { type KeptFields, type KeptPlace, mostKept, parsePlace } from '../../place/kept-place.ts';
import { placeBasis } from '../../place/place-basis.ts';
import type { PlaygroundApp } from '../../playground-app.ts';
import { isAnother } from '../database/forgetting.ts';
import { settingsOfPlayground as scaleOfPlayground } from '../scale/scale-commands.ts';
import { settingsOfPlayground as writesOfPlayground } from '../writes/writes-commands.ts';

/** What keeping a place needs of the storage room; neither throws. */
export interface PlaceStore {
  load(): unknown;
  save(place: unknown): void;
}

export type PlacedApp = Pick<PlaygroundApp, 'document' | 'ui' | 'writes' | 'scale' | 'storageLab'>;

/** Typing and dragging change fields many times a second. */
const restMs = 300;

/**
 * Shows what was kept. Fields that were set over another playground lose what depended on it. Call it
 * once the playground is open: opening one takes the fields back to their defaults.
 */
export function restorePlace(app: PlacedApp, store: PlaceStore): void {
  const place = parsePlace(store.load());
  if (!place) return;
  const { mode, labTab, fields } = place;
  app.ui.setState({ mode, labTab });
  const basis = placeBasis(app.document.store.getState().playground);
  const own = fields.find((each) => each.basis === basis);
  const [kept] = own ? [own] : fields;
  if (!kept) return;
  const { writes, scale, trialPageSize } = kept;
  app.writes.store.setState({ settings: own ? writes : { ...writes, ...writesOfPlayground } });
  app.scale.store.setState({ settings: own ? scale : { ...scale, ...scaleOfPlayground } });
  if (own) app.storageLab.store.setState({ trialPageSize });
}

/** Starts keeping the place. `save` keeps it at once, before the page goes; `stop` ends it all. */
export function startKeepingPlace(
  app: PlacedApp,
  store: PlaceStore,
): { save: () => void; stop: () => void } {
  const { document, ui, writes, scale, storageLab } = app;
  const others = parsePlace(store.load())?.fields ?? [];
  let kept: KeptFields[] = others;
  /** Of the fields that stand for the playground that is open, as they were kept last. */
  let lastBasis: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function save(): void {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    const fields = fieldsNow(app);
    const rest = kept.filter(({ basis }) => basis !== fields.basis && basis !== lastBasis);
    kept = [fields, ...rest].slice(0, mostKept);
    lastBasis = fields.basis;
    const { mode, labTab } = ui.getState();
    store.save({ mode, labTab, fields: kept } satisfies KeptPlace);
  }

  function request(): void {
    timer ??= setTimeout(save, restMs);
  }

  const stops = [
    document.store.subscribe(({ playground }, { playground: before }) => {
      if (playground === before) return;
      // What was kept for the one before stays, beside that of this one.
      if (isAnother(playground, before)) lastBasis = null;
      request();
    }),
    ui.subscribe((now, before) => {
      if (now.mode !== before.mode || now.labTab !== before.labTab) request();
    }),
    writes.store.subscribe(({ settings }, { settings: before }) => {
      if (settings !== before) request();
    }),
    scale.store.subscribe(({ settings }, { settings: before }) => {
      if (settings !== before) request();
    }),
    storageLab.store.subscribe(({ trialPageSize }, { trialPageSize: before }) => {
      if (trialPageSize !== before) request();
    }),
  ];
  return {
    save,
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      for (const stop of stops) stop();
    },
  };
}

function fieldsNow({ document, writes, scale, storageLab }: PlacedApp): KeptFields {
  return {
    basis: placeBasis(document.store.getState().playground),
    writes: writes.store.getState().settings,
    scale: scale.store.getState().settings,
    trialPageSize: storageLab.store.getState().trialPageSize,
  };
}
