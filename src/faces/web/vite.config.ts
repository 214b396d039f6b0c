/** How the planner is built: one page, one script, one style sheet, into `dist/web` where the server finds them. */
import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  build: { outDir: "../../../dist/web", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
