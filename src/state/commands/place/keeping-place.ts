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
  if (own) showFields(app, own);
  else {
    app.writes.store.setState({ settings: { ...kept.writes, ...writesOfPlayground } });
    app.scale.store.setState({ settings: { ...kept.scale, ...scaleOfPlayground } });
  }
}

/** Starts keeping the place. `save` keeps it at once, before the page goes; `stop` ends it all. */
export function startKeepingPlace(
  app: PlacedApp,
  store: PlaceStore,
): { save: () => void; stop: () => void } {
  const { document, ui, writes, scale, storageLab } = app;
  let kept: readonly KeptFields[] = parsePlace(store.load())?.fields ?? [];
  /** The fields as they stood last over the playground that is open. */
  let current = standing(app);
  /** Of these fields, as they were kept last: an edit of the schema gives them another. */
  let lastBasis: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function remember(): void {
    const fields = toFields(current);
    const rest = kept.filter(({ basis }) => basis !== fields.basis && basis !== lastBasis);
    kept = [fields, ...rest].slice(0, mostKept);
    lastBasis = fields.basis;
  }

  function save(): void {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    remember();
    const { mode, labTab } = ui.getState();
    store.save({ mode, labTab, fields: [...kept] } satisfies KeptPlace);
  }

  function request(): void {
    timer ??= setTimeout(save, restMs);
  }

  /** Of another playground the fields are taken below, when all that follows it has been told. */
  function capture(): void {
    const now = standing(app);
    if (isAnother(now.playground, current.playground)) return;
    current = now;
    request();
  }

  /** What was set over the one before stays with it; what was once set over this one comes back. */
  function change(): void {
    if (timer !== null) remember();
    lastBasis = null;
    current = standing(app);
    const basis = placeBasis(current.playground);
    const own = kept.find((each) => each.basis === basis);
    if (own) showFields(app, own);
    request();
  }

  const stops = [
    document.store.subscribe(({ playground }, { playground: before }) => {
      if (playground === before) return;
      if (isAnother(playground, before)) change();
      else capture();
    }),
    ui.subscribe((now, before) => {
      if (now.mode !== before.mode || now.labTab !== before.labTab) request();
    }),
    writes.store.subscribe(({ settings }, { settings: before }) => {
      if (settings !== before) capture();
    }),
    scale.store.subscribe(({ settings }, { settings: before }) => {
      if (settings !== before) capture();
    }),
    storageLab.store.subscribe(({ trialPageSize }, { trialPageSize: before }) => {
      if (trialPageSize !== before) capture();
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

function showFields(app: PlacedApp, { writes, scale, trialPageSize }: KeptFields): void {
  app.writes.store.setState({ settings: writes });
  app.scale.store.setState({ settings: scale });
  app.storageLab.store.setState({ trialPageSize });
}

/** The playground that is open, and the fields over it. */
function standing({ document, writes, scale, storageLab }: PlacedApp) {
  return {
    playground: document.store.getState().playground,
    writes: writes.store.getState().settings,
    scale: scale.store.getState().settings,
    trialPageSize: storageLab.store.getState().trialPageSize,
  };
}

function toFields({ playground, ...fields }: ReturnType<typeof standing>): KeptFields {
  return { basis: placeBasis(playground), ...fields };
}
