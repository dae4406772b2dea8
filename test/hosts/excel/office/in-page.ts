import { snapshot } from "../snapshot.ts";
import { installExternal } from "./external.ts";
import { Host } from "./host.ts";

/** Runs before any script of the page: a workbook in memory where Excel would be. */
interface Library {
  readonly _internalConfig?: { appendTypeNameToObjectPathInfo: boolean };
}
declare const Excel: Readonly<Record<string, unknown>>;

let host: Host | undefined;
const external = installExternal(hostOf);

function hostOf(): Host {
  if (!host) {
    host = new Host(Excel);
    host.deliver = external.deliver;
  }
  return host;
}

// office.js has no such switch before it loads, so it is set in the moment the library shows itself.
Object.defineProperty(window, "OfficeExtension", {
  configurable: true,
  get: () => undefined,
  set(library: Library) {
    Object.defineProperty(window, "OfficeExtension", { value: library, writable: true, configurable: true });
    queueMicrotask(() => {
      if (library._internalConfig) library._internalConfig.appendTypeNameToObjectPathInfo = true;
    });
  },
});

export const excel = {
  ribbon: external.ribbon,
  invoke: (name: string, args: readonly unknown[]) => hostOf().invoke(name, ...args),
  sheets: () => snapshot(hostOf()).sheets.map(({ name, cells }) => [name, cells.size] as const),
};
Object.assign(window, { excelForTests: excel });
