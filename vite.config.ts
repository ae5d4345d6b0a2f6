import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { isolationHeaders, securityHeaders } from './scripts/headers.ts';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000 },
  optimizeDeps: { include: ['sql.js'] },
  // The development server needs inline scripts, so it sends the isolation headers alone.
  server: { headers: isolationHeaders },
  preview: { port: 4173, strictPort: true, headers: { ...isolationHeaders, ...securityHeaders } },
});
