import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// A default export is what Vite reads. Nothing is inlined: the content security policy allows files of ours only.
export default defineConfig({
  plugins: [react()],
  build: { outDir: "../dist/console", emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
