// The browser's name and version out of its user agent text; the whole text when it is none known.

// In this order: Edge and Opera name Chrome as well, and Chrome names Safari.
const browsers: [RegExp, string][] = [
  [/\bEdg\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\b(?:Headless)?Chrome\/(\d+)/, 'Chromium'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
];

/** @example browserName('Mozilla/5.0 ... Gecko/20100101 Firefox/140.0') is 'Firefox 140' */
export function browserName(userAgent: string): string {
  for (const [pattern, name] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return userAgent === '' ? 'unknown browser' : userAgent.slice(0, 120);
}
