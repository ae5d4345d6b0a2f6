// Reads which classes stylesheets define and which of them are used, for the test of both.
// Text in, data out. CSS modules alone: the two plain stylesheets belong to the whole page.
import { dirname, join, normalize } from 'node:path';

export interface TextFile {
  /** From the root given, with `/`. */
  path: string;
  text: string;
}

export interface ClassFaults {
  /** Classes that are asked for and that no rule defines: "a/A.tsx: styles.box". */
  missing: string[];
  /** Classes that nothing asks for: "a/A.module.css: .box". */
  unused: string[];
}

const importForm = /^import (\w+) from '([^']+\.module\.css)';$/gm;
const composesForm = /composes:\s*([^;]+?)(?:\s+from\s+["']([^"']+)["'])?\s*;/g;

/** The classes of the sheets against what the code, and other sheets by `composes`, ask for. */
export function classFaults(sheets: readonly TextFile[], code: readonly TextFile[]): ClassFaults {
  const defined = new Map(sheets.map(({ path, text }) => [path, classesOf(text)]));
  const missing: string[] = [];
  const used = new Set<string>();

  function use(user: string, sheet: string, name: string): void {
    used.add(`${sheet}: .${name}`);
    if (!defined.get(sheet)?.has(name)) missing.push(user);
  }

  for (const { path, text } of code) {
    const rest = text.replace(importForm, '');
    for (const [, binding = '', specifier = ''] of text.matchAll(importForm)) {
      const sheet = targetOf(path, specifier);
      for (const [, dotted, quoted] of rest.matchAll(usesOf(binding))) {
        const name = dotted ?? quoted ?? '';
        use(`${path}: ${binding}.${name}`, sheet, name);
      }
      // A class chosen by an expression may be any.
      if (new RegExp(`\\b${binding}\\[[^'"]`).test(rest)) {
        for (const name of defined.get(sheet) ?? []) used.add(`${sheet}: .${name}`);
      }
    }
  }
  for (const { path, text } of sheets) {
    for (const [, names = '', specifier] of withoutComments(text).matchAll(composesForm)) {
      const sheet = specifier === undefined ? path : targetOf(path, specifier);
      for (const name of names.trim().split(/\s+/)) {
        use(`${path}: composes ${name}`, sheet, name);
      }
    }
  }
  const all = [...defined].flatMap(([path, names]) =>
    [...names].map((name) => `${path}: .${name}`),
  );
  return { missing, unused: all.filter((each) => !used.has(each)) };
}

/** `styles.box` and `styles['box']`; not `./styles.ts`, nor a property of the same name. */
function usesOf(binding: string): RegExp {
  return new RegExp(`(?<![\\w./-])${binding}(?:\\.(\\w+)|\\[['"]([\\w-]+)['"]\\])`, 'g');
}

function targetOf(path: string, specifier: string): string {
  return normalize(join(dirname(path), specifier)).replaceAll('\\', '/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '');
}

/** Classes in the selectors; what is `:global` belongs to others. */
function classesOf(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, prelude = ''] of withoutComments(text).matchAll(/([^{};]*)\{/g)) {
    if (prelude.trim().startsWith('@')) continue;
    const selector = prelude.replace(/:global\s*\([^)]*\)/g, '');
    for (const [, name = ''] of selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)) names.add(name);
  }
  return names;
}
