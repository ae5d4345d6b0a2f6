// Fetches the editor's chunk once, and only where it helps.
type EditorModule = typeof import('./sql-editor-view.ts');

let loading: Promise<EditorModule | null> | undefined;

/**
 * The editor's module; null where a plain text field serves better (touch) and where it could not
 * be loaded (offline, an old browser). A failed load is tried again by the next editor.
 */
export function loadEditor(): Promise<EditorModule | null> {
  if (matchMedia('(pointer: coarse)').matches) return Promise.resolve(null);
  loading ??= import('./sql-editor-view.ts').catch(() => {
    loading = undefined;
    return null;
  });
  return loading;
}
