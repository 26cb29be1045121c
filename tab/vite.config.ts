import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the tab into `dist/tab`, which the bot's server serves under `/tab/`. */
// A default export, because Vite looks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    // Teams runs in evergreen Chromium, Edge and Safari: nothing older needs serving.
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});
