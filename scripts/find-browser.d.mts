// Types of find-browser.mjs, which runs before anything is compiled.

export interface FoundBrowser {
  source: 'environment' | 'playwright' | 'system';
  path: string;
}

export function findBrowser(places: {
  env: Record<string, string | undefined>;
  /** Where Playwright would have installed its own. */
  ownPath: string;
  isExecutable?: (path: string) => boolean;
}): FoundBrowser | null;
