// No component asks for a class that no rule defines, and no rule waits for a component that is gone:
// the compiler knows of neither.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { classFaults, type TextFile } from './stylesheets.testing.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

function filesEndingIn(pattern: RegExp): TextFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => pattern.test(name))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

test('every class that is asked for is defined, and every one that is defined is asked for', () => {
  const sheets = filesEndingIn(/\.module\.css$/);
  const code = filesEndingIn(/(?<!\.test|\.testing)\.tsx?$/);
  expect(sheets.length).toBeGreaterThan(50);
  expect(classFaults(sheets, code)).toEqual({ missing: [], unused: [] });
});

test('a class is found in selectors alone, and a use wherever it is written', () => {
  const sheet = {
    path: 'a/A.module.css',
    text: `/* .gone */ .used, .other:hover > .inner { margin: 1.5px; }
      @container labs (max-width: 7.5em) { .used { composes: base from "../b/b.module.css"; } }
      .editor :global(.theirs) { color: red; } .quoted-name {} .unused[data-x=".no"] {}`,
  };
  const base = { path: 'b/b.module.css', text: '.base {} .alone {}' };
  const code = {
    path: 'a/A.tsx',
    text: `import styles from './A.module.css';
import { thing } from './styles.ts';
const classes = [styles.used, styles.inner, styles.other, styles.editor, styles['quoted-name']];
const missing = styles.nowhere;`,
  };
  const faults = classFaults([sheet, base], [code]);
  expect(faults.missing).toEqual(['a/A.tsx: styles.nowhere']);
  expect(faults.unused).toContain('a/A.module.css: .unused');
  expect(faults.unused).toContain('b/b.module.css: .alone');
  const dynamic = { ...code, text: `${code.text}\nconst any = styles[kind];` };
  expect(classFaults([sheet], [dynamic]).unused).toEqual([]);
});
