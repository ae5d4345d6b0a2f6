// The import table of ARCHITECTURE.md, enforced: who may know whom, and which packages stand where.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  findCycles,
  foldersIn,
  hasUncheckableImport,
  type Import,
  readImports,
  readSources,
  type SourceFile,
} from './architecture.testing.ts';

interface Rule {
  /** Rooms that may be imported; a room's own files always may. A room covers what lies in it. */
  rooms: readonly string[];
  /** Rooms of which types alone may be imported. */
  typesOf?: readonly string[];
  /** Of the room's own files, those that may not be imported. */
  closed?: readonly string[];
  packages?: readonly string[];
  typesOfPackages?: readonly string[];
}

const pureEngine = ['engine/model', 'engine/statistics', 'engine/plan', 'engine/sql'];
const pureRule: Rule = { rooms: ['lib', ...pureEngine] };
const engineRule: Rule = {
  rooms: ['engine', 'lib'],
  typesOfPackages: ['sql.js', '@sqlite.org/sqlite-wasm'],
};
// The SQL editor serves several features, as the shared components do.
const feature: Rule = {
  rooms: ['state', 'charts', 'lib', 'components/shared', 'components/editor'],
  typesOf: ['engine/model'],
  packages: [
    'react',
    '@base-ui/react',
    '@tanstack/react-virtual',
    'react-resizable-panels',
    'lucide-react',
  ],
};

const stateRule: Rule = {
  rooms: ['client', 'share', 'storage', 'report', 'examples', ...pureEngine, 'lib'],
  packages: ['zustand', 'zundo'],
};

/** The most specific row that covers a file holds. */
const table: Record<string, Rule> = {
  lib: { rooms: [] },
  'engine/model': pureRule,
  'engine/statistics': pureRule,
  'engine/plan': pureRule,
  'engine/sql': pureRule,
  'engine/sqlite': engineRule,
  'engine/schema': engineRule,
  // Reads a database file's bytes; needs no SQLite.
  'engine/pages': { rooms: ['engine/model', 'lib'] },
  'engine/datagen': engineRule,
  // What the database holds comes as plain data.
  'engine/datagen/plan': { rooms: [...pureRule.rooms, 'engine/schema/foreign-key-problems.ts'] },
  'engine/explain': engineRule,
  'engine/cache': engineRule,
  'engine/measure': engineRule,
  'engine/counters': engineRule,
  'engine/writes': engineRule,
  'engine/storage': engineRule,
  'engine/session': engineRule,
  'engine/transfer': { ...engineRule, packages: ['papaparse'] },
  'workers/protocol.ts': { rooms: [], typesOf: ['engine/model'] },
  workers: { rooms: ['engine', 'storage/images', 'lib'] },
  // What storage gives back is parsed; the parser is of share.
  'workers/kept-images.ts': { rooms: ['storage/images', 'share/image-record-schema.ts'] },
  'workers/engine.worker.ts': { rooms: ['workers', 'engine', 'lib'], packages: ['sql.js'] },
  'workers/transfer.worker.ts': { rooms: ['workers', 'engine', 'lib'], packages: ['sql.js'] },
  'workers/planner.worker.ts': { rooms: ['workers', 'engine', 'lib'], packages: ['sql.js'] },
  // Part of the counter worker, which alone imports it.
  'workers/official-sqlite.ts': { rooms: [], packages: ['@sqlite.org/sqlite-wasm'] },
  client: { rooms: ['engine/model', 'lib'], typesOf: ['workers/protocol.ts'] },
  share: { rooms: ['engine/model', 'lib'], packages: ['valibot'] },
  storage: { rooms: ['engine/model', 'lib'], packages: ['idb'] },
  report: { rooms: ['engine/model', 'engine/plan', 'engine/statistics', 'lib'] },
  examples: { rooms: ['engine/model', 'engine/plan', 'lib'] },
  state: stateRule,
  // Derived values know the stores, and nothing of what changes them.
  'state/selectors': { ...stateRule, closed: ['state/commands'] },
  // What storage gives back is parsed against the choices of the stores.
  'state/place': {
    ...stateRule,
    closed: ['state/commands', 'state/selectors'],
    packages: ['valibot'],
  },
  charts: {
    rooms: ['engine/model', 'engine/plan', 'engine/statistics', 'lib'],
    packages: ['react', 'recharts', '@dagrejs/dagre'],
  },
  components: feature,
  'components/editor': {
    ...feature,
    packages: [...(feature.packages ?? []), 'monaco-editor', 'sql-formatter'],
  },
  // The one place where the stores meet React.
  'components/shared/app-context.tsx': {
    ...feature,
    packages: [...(feature.packages ?? []), 'zustand'],
  },
  // The panes of a cell's detail stand in one row of tabs.
  'components/detail': {
    ...feature,
    rooms: [
      ...feature.rooms,
      'components/chart',
      'components/pinned',
      'components/plan',
      'components/rows',
    ],
  },
  // The labs stand in one row of tabs.
  'components/labs': {
    ...feature,
    rooms: [...feature.rooms, 'components/scale', 'components/storage', 'components/writes'],
  },
  // The frame of the page puts the features together.
  'components/app': { ...feature, rooms: [...feature.rooms, 'components'] },
  // Development only: shows the components and the charts.
  gallery: { ...feature, rooms: [...feature.rooms, 'components', 'engine/model'] },
  'gallery.tsx': { rooms: ['gallery', 'components', 'lib'], packages: ['react', 'react-dom'] },
  // The composition root knows everything and is known by none.
  'main.tsx': {
    rooms: 'client components engine examples lib report share state storage workers'.split(' '),
    packages: ['react', 'react-dom'],
  },
};

/** Imports that break the table for now, each with its reason. */
const debt: { file: string; specifier: string; reason: string }[] = [];

const root = fileURLToPath(new URL('.', import.meta.url));
const isTest = (path: string) => /\.(test|testing)\.tsx?$/.test(path);
const sources = readSources(root, ['.ts', '.tsx']);
const product = sources.filter((file) => !isTest(file.path));

function covers(room: string, path: string): boolean {
  return path === room || path.startsWith(`${room}/`);
}

function rowOf(path: string): string | undefined {
  return Object.keys(table)
    .filter((room) => covers(room, path))
    .sort((a, b) => b.length - a.length)[0];
}

/** The folder whose files may always import one another. */
function homeOf(path: string): string {
  const parts = path.split('/');
  const depth = parts[0] === 'engine' || parts[0] === 'components' ? 2 : 1;
  return parts.slice(0, depth).join('/');
}

/** What is wrong with an import of a file; null when the table allows it. */
function objection(path: string, each: Import): string | null {
  const row = rowOf(path);
  const rule = row === undefined ? undefined : table[row];
  if (!rule) return 'stands in no room of the table';
  if (each.package !== null) {
    const allowed = [
      ...(rule.packages ?? []),
      ...(each.isType ? (rule.typesOfPackages ?? []) : []),
    ];
    return allowed.includes(each.package) ? null : `may not use the package ${each.package}`;
  }
  const target = each.target ?? '';
  if (isTest(target)) return `is product code and may not import the test file ${target}`;
  if (target === 'main.tsx' || target === 'gallery.tsx') return `may not import ${target}`;
  const isClosed = (rule.closed ?? []).some((room) => covers(room, target));
  if (isClosed) return `may not know ${target}`;
  // The protocol has a row of its own: it does not share the freedom of its folder.
  if (path !== 'workers/protocol.ts' && covers(homeOf(path), target)) return null;
  const rooms = [...rule.rooms, ...(each.isType ? (rule.typesOf ?? []) : [])];
  if (rooms.some((room) => covers(room, target))) return null;
  return each.isType ? `may not know ${target}` : `may not import ${target} (types perhaps)`;
}

function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((each) => !isDebt(file.path, each))
      .flatMap((each) => {
        const problem = objection(file.path, each);
        return problem === null ? [] : `${file.path} ${problem}`;
      }),
  );
}

function isDebt(path: string, each: Import): boolean {
  return debt.some((entry) => entry.file === path && entry.specifier === each.specifier);
}

function fileWith(path: string, text: string): SourceFile {
  return { path, text, lines: 1, imports: readImports(path, text) };
}

describe('the import table', () => {
  it('is kept by every file', () => {
    expect(violations(product)).toEqual([]);
  });

  it('has a row for every room and no row without one', () => {
    const folders = [...foldersIn(root, '.'), ...foldersIn(root, 'engine')];
    const rooms = folders.filter(
      (folder) => product.some((file) => covers(folder, file.path)) && folder !== 'engine',
    );
    expect(rooms.filter((folder) => rowOf(folder) === undefined)).toEqual([]);
    const unused = Object.keys(table).filter(
      (room) => !product.some((file) => covers(room, file.path)),
    );
    expect(unused).toEqual([]);
  });

  it('leaves no import uncheckable', () => {
    expect(
      product.filter((file) => hasUncheckableImport(file.text)).map((file) => file.path),
    ).toEqual([]);
  });

  it('has no debt that is paid', () => {
    const paid = debt.filter(
      (entry) =>
        !product.some((file) =>
          file.imports.some(
            (each) =>
              entry.file === file.path &&
              entry.specifier === each.specifier &&
              objection(file.path, each) !== null,
          ),
        ),
    );
    expect(paid).toEqual([]);
  });

  it.each([
    ['lib/a.ts', "import { b } from '../engine/model/b.ts';"],
    ['engine/plan/a.ts', "import type { b } from '../sqlite/driver.ts';"],
    ['engine/datagen/plan/a.ts', "import type { b } from '../../sqlite/driver.ts';"],
    ['engine/measure/a.ts', "import '../../state/b.ts';"],
    ['engine/measure/a.ts', "import {\n  b,\n} from '../../workers/protocol.ts';"],
    ['engine/sqlite/a.ts', "import initSqlJs from 'sql.js';"],
    ['workers/protocol.ts', "import { b } from '../engine/model/errors.ts';"],
    ['workers/protocol.ts', "import type { b } from './serve.ts';"],
    ['client/a.ts', "export { b } from '../workers/protocol.ts';"],
    ['state/a.ts', "const b = await import('../components/app/App.tsx');"],
    ['state/a.ts', "import { useState } from 'react';"],
    ['state/selectors/a.ts', "import type { b } from '../commands/work/b.ts';"],
    ['share/a.ts', "import type { b } from 'idb';"],
    ['components/bench/a.tsx', "import { b } from '../plan/b.tsx';"],
    ['components/bench/a.tsx', "import { editor } from 'monaco-editor/editor';"],
    [
      'components/bench/a.tsx',
      "new Worker(new URL('../../workers/engine.worker.ts', import.meta.url));",
    ],
    ['state/a.ts', "import { b } from '../main.tsx';"],
    ['state/a.ts', "import { b } from '../share/playgrounds.testing.ts';"],
    ['unheard-of/a.ts', "import { b } from '../lib/b.ts';"],
  ])('would refuse this in %s: %s', (path, text) => {
    expect(violations([fileWith(path, text)])).toHaveLength(1);
  });

  it.each([
    ['client/a.ts', "import type { b } from '../workers/protocol.ts';"],
    ['engine/sqlite/a.ts', "import type { Database } from 'sql.js';"],
    ['state/selectors/a.ts', "import { isBusy } from '../activity.ts';"],
    ['state/commands/a.ts', "import { b } from '../selectors/b.ts';"],
    ['components/bench/a.tsx', "import { b } from '../shared/controls/Button.tsx';"],
    ['components/bench/a.tsx', "// import { b } from '../plan/b.tsx';"],
    ['components/bench/a.tsx', "import styles from './a.module.css';"],
    ['components/editor/a.tsx', "import { editor } from 'monaco-editor/editor';"],
  ])('would take this in %s: %s', (path, text) => {
    expect(violations([fileWith(path, text)])).toEqual([]);
  });
});

describe('the form of the files', () => {
  it('has no cycles of imports', () => {
    expect(findCycles(product)).toEqual([]);
    const a = fileWith('a.ts', "import { b } from './b.ts';");
    const b = fileWith('b.ts', "import type { a } from './a.ts';");
    expect(findCycles([a, b])).toEqual([['a.ts', 'b.ts', 'a.ts']]);
  });

  it('keeps every file under 400 lines; data may be longer', () => {
    const isData = (path: string) => /^examples\/|\/pools\//.test(path);
    const long = sources.filter((file) => file.lines > 400 && !isData(file.path));
    expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);
  });

  it('begins every file with a line that says what it is for', () => {
    expect(product.filter((file) => !file.text.startsWith('// ')).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('spreads no literals: properties that are too many would go unnoticed', () => {
    // Written so that this file has none itself.
    const spreadLiteral = /\.{3}[{]/;
    expect(sources.filter(({ text }) => spreadLiteral.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('has no barrel files and no names that say nothing', () => {
    const nameless = /(^|\/)(index|utils?|helpers?|common|misc|manager|service|types)\.tsx?$/;
    expect(sources.map((file) => file.path).filter((path) => nameless.test(path))).toEqual([]);
    const barrels = product.filter((file) => /^export \*/m.test(file.text));
    expect(barrels.map((file) => file.path)).toEqual([]);
  });
});
