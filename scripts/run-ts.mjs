// Runs a TypeScript entry under Node: bundled by Vite into node_modules/.cache, then imported.
// Node 20 cannot read TypeScript by itself. Usage: node scripts/run-ts.mjs <entry.ts> [arguments]
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error('Say which file to run: node scripts/run-ts.mjs <entry.ts> [arguments]');
  process.exit(2);
}
const root = resolve(import.meta.dirname, '..');
const name = basename(entry, '.ts');
const outDir = join(root, 'node_modules/.cache/run-ts', `${name}-${process.pid}`);
try {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'es2023',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } },
    },
  });
  process.argv = [process.argv[0] ?? 'node', resolve(entry), ...rest];
  await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
