import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
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

export default defineConfig({
  base: './',
  plugins: [react(), policyTag],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000 },
  // What only workers and late chunks import: found late, it would reload the page.
  optimizeDeps: { include: ['sql.js', 'recharts'] },
  // The development server needs inline scripts, so it sends the isolation headers alone.
  server: { headers: isolationHeaders },
  preview: { port: 4173, strictPort: true, headers: { ...isolationHeaders, ...securityHeaders } },
});
