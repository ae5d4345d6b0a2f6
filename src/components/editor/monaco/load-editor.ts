// Fetches the editor's chunk once, and only where it helps.
type EditorModule = typeof import('./sql-editor-view.ts');

let loading: Promise<EditorModule | null> | undefined;

/**
 * The editor's module; null where a plain text field serves better (touch) and where it could not
 * be loaded (offline, an old browser). A failed load is tried again by the next editor.
 */
export function loadEditor(): Promise<EditorModule | null> {
  if (isTouchScreen()) return Promise.resolve(null);
  loading ??= import('./sql-editor-view.ts').catch(() => {
    loading = undefined;
    return null;
  });
  return loading;
}

/** Where a plain field stays: on-screen keyboards do not get on with Monaco. */
export function isTouchScreen(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
