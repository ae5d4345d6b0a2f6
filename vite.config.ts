import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { documentPage } from './scripts/document-page.ts';
import { isolationHeaders, metaPolicy, securityHeaders } from './scripts/headers.ts';

/** The built page carries its policy itself; the development server needs inline scripts. */
const policyTag: Plugin = {
  name: 'policy-tag',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/** The package's own workers serve storage that is not used here; nothing of them is built. */
const withoutPackageWorkers: Plugin = {
  name: 'without-package-workers',
  enforce: 'pre',
  transform: {
    filter: { id: /sqlite-wasm\/dist\/index\.mjs/ },
    handler: (code) =>
      code.replaceAll(/new URL\("(sqlite3-[\w-]+\.m?js)", import\.meta\.url\)/g, '"$1"'),
  },
};

export default defineConfig({
  base: './',
  plugins: [
    react(),
    policyTag,
    documentPage('measuring.html', 'docs/measuring.md'),
    documentPage('plans.html', 'docs/plans.md'),
  ],
  worker: { format: 'es', plugins: () => [withoutPackageWorkers] },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: ['index.html', 'measuring.html', 'plans.html'] },
  },
  // What only workers and late chunks import: found late, it would reload the page.
  // The official SQLite finds its parts beside itself, and is a module already.
  optimizeDeps: {
    include: ['sql.js', 'recharts', '@dagrejs/dagre', 'sql-formatter'],
    exclude: ['@sqlite.org/sqlite-wasm'],
  },
  // The development server needs inline scripts, so it sends the isolation headers alone.
  server: { headers: isolationHeaders },
  preview: { port: 4173, strictPort: true, headers: { ...isolationHeaders, ...securityHeaders } },
});
