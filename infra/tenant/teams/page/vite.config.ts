import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds Teams in a box into `dist/teams`, which the tenant serves under `/teams`. */
// A default export, because Vite looks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: '/teams/',
  plugins: [react()],
  build: { outDir: '../../../../dist/teams', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
});
