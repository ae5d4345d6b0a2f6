// Reads what every source file imports, for the test of the import table.
// Text in, data out: it knows nothing of the rules.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export interface SourceFile {
  /** From the root given, with `/`. */
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

export interface Import {
  /** As written. */
  specifier: string;
  /** The file, from the root given; null for a package. */
  target: string | null;
  /** The package's name; null for a file. */
  package: string | null;
  /** `import type` and `export type`: gone at run time. */
  isType: boolean;
}

const importForms: { pattern: RegExp; isType: boolean }[] = [
  { pattern: /^\s*(?:import|export)\s+type\s[^'"`;]*?from\s*['"]([^'"]+)['"]/gm, isType: true },
  {
    pattern: /^\s*(?:import|export)\s+(?!type\s)[^'"`;]*?from\s*['"]([^'"]+)['"]/gm,
    isType: false,
  },
  { pattern: /^\s*import\s*['"]([^'"]+)['"]/gm, isType: false },
  { pattern: /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g, isType: false },
  // How Vite finds workers and assets.
  { pattern: /\bnew\s+URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g, isType: false },
];

/** All files under `root` whose names end in one of `endings`, with their imports. */
export function readSources(root: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const lines = text.trimEnd().split('\n').length;
      return { path, text, lines, imports: readImports(path, text) };
    });
}

/** What a file of this text at this path imports. */
export function readImports(path: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return importForms.flatMap(({ pattern, isType }) =>
    [...code.matchAll(pattern)].map((match) => toImport(path, match[1] ?? '', isType)),
  );
}

/** True when a file imports by an expression, which no table can check. */
export function hasUncheckableImport(text: string): boolean {
  return /\bimport\s*\(\s*[^'")\s]/.test(text) || /import\.meta\.glob/.test(text);
}

function toImport(path: string, specifier: string, isType: boolean): Import {
  if (specifier.startsWith('.')) {
    const file = specifier.replace(/\?.*$/, '');
    const target = normalize(join(dirname(path), file)).replaceAll('\\', '/');
    return { specifier, target, package: null, isType };
  }
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return { specifier, target: null, package: name, isType };
}

/** The files of each cycle of imports, if any, in the order in which they import one another. */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target !== null) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}

/** Folders directly under `root/folder`, from `root`. */
export function foldersIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative('.', join(folder, entry.name)).replaceAll('\\', '/'));
}
