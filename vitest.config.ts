import { defineConfig } from "vitest/config";

// The workbench's engine writes a console.debug line for every command.
const quiet = { onConsoleLog: () => false };

/** Core by itself; then what needs a host, an office program or a spreadsheet engine; then what needs a browser. */
const HOSTS = ["test/hosts/**/*.test.ts", "test/workbooks-e2e/**/*.test.ts", "test/oracles/**/*.test.ts"];
const BROWSER = ["test/browser/**/*.test.ts"];

/** The full modes of properties and oracles try thousands of firms, for minutes. */
const isFull = process.env.HEADROOM_ORACLE === "full" || process.env.HEADROOM_SWEEP === "full";
const UNIT_MILLISECONDS = isFull ? 3_600_000 : 120_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    ...quiet,
    projects: [
      {
        test: {
          name: "unit",
          // Core keeps nothing between files but what it may: one set of modules for all of them saves half the time.
          isolate: false,
          setupFiles: ["test/support/seed.ts"],
          include: ["test/**/*.test.ts"],
          exclude: [...HOSTS, ...BROWSER],
          testTimeout: UNIT_MILLISECONDS,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "hosts",
          include: HOSTS,
          setupFiles: ["test/support/seed.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "browser",
          include: BROWSER,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
