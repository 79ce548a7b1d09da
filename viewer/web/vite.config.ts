import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  build: {
    outDir: '../Simulation.Viewer/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined as data: except what an export needs, so the content security policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
