// Finds the Chromium that the end-to-end tests drive. Looks only; installing stands in e2e.mjs.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names of a system Chromium on the PATH, the best first. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The browser to use: the environment's choice, else Playwright's own, else the system's.
 *
 * @param {{ env: Record<string, string | undefined>, ownPath: string, isExecutable?: (path: string) => boolean }} places
 *   `ownPath` is where Playwright would have installed its own.
 * @returns {{ source: 'environment' | 'playwright' | 'system', path: string } | null}
 */
export function findBrowser({ env, ownPath, isExecutable = canExecute }) {
  const chosen = env.SQLDYNO_BROWSER;
  if (chosen) {
    if (!isExecutable(chosen)) {
      throw new Error(`SQLDYNO_BROWSER names ${chosen}, which is no program. Correct or unset it.`);
    }
    return { source: 'environment', path: chosen };
  }
  if (isExecutable(ownPath)) return { source: 'playwright', path: ownPath };
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const path = [...candidates, macPath].find(isExecutable);
  return path === undefined ? null : { source: 'system', path };
}

/** @param {string} path */
function canExecute(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
