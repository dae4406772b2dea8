import vm from "node:vm";
import { type AuthMode, Gate, strict } from "./gate.ts";
import { services } from "./services.ts";
import { sheetApi } from "./sheet.ts";
import { type BookState, newBook, type Place, type SheetState } from "./state.ts";
import { cellResult, wire } from "./wire.ts";

type Protection = BookState["protections"][number];

/** What an entry calls, or the entries of the menu inside it. */
export type MenuItem = readonly [label: string, calls: string | readonly MenuItem[]];

/**
 * A strict, offline stand-in for the part of Apps Script that the add-on touches, written from Google's documentation: authorization
 * modes, range dimensions, limits of stores, blank cells as "", what may cross to a sidebar, a new script context for every execution.
 */
export class Fake {
  gate = new Gate();
  readonly menus: (readonly MenuItem[])[] = [];
  readonly sidebars: object[] = [];
  readonly files = new Map<string, string>();
  /** Held by somebody, in this or another execution. */
  lockHeld = false;
  /** Calls to Utilities.formatDate. */
  formatted = 0;
  private readonly sheets = new WeakMap<object, SheetState>();

  constructor(readonly book: BookState = newBook()) {}

  sheetApi(sheet: SheetState): object {
    const api = sheetApi(this, sheet);
    this.sheets.set(api, sheet);
    return api;
  }
  sheetState(api: object): SheetState {
    return this.sheets.get(api)!;
  }

  protect(place: Place): object {
    const protection: Protection = { place, description: "", warningOnly: false };
    this.book.protections.push(protection);
    return this.protectionApi(protection);
  }
  protectionApi(protection: Protection): object {
    const api: object = strict(this.gate, "Protection", {
      getDescription: () => protection.description,
      setDescription: (text: string) => {
        protection.description = text;
        return api;
      },
      setWarningOnly: (on: boolean) => {
        protection.warningOnly = on;
        return api;
      },
      remove: () => {
        this.book.protections = this.book.protections.filter((one) => one !== protection);
      },
    });
    return api;
  }

  /** Load a built script as Apps Script does: one classic script, in a new context for every execution. */
  load(source: string) {
    const script = compiled(source);
    const execute = (mode: AuthMode, name: string, args: readonly unknown[]): unknown => {
      const context = vm.createContext({ ...services(this), given: args }) as Record<string, unknown>;
      const held = this.lockHeld;
      this.gate.mode = mode;
      try {
        script.runInContext(context);
        if (typeof context[name] !== "function") throw new Error(`Script function not found: ${name}`);
        return vm.runInContext(`${name}(...given)`, context) as unknown;
      } finally {
        this.gate.mode = "FULL";
        if (!held) this.lockHeld = false;
      }
    };
    return {
      /** A click on a menu entry, or a trigger. */
      run: (name: string, mode: AuthMode = "FULL") => execute(mode, name, mode === "FULL" ? [] : [{ authMode: mode }]),
      /** A call inside the script, where anything may be handed over. */
      inside: (name: string, ...args: readonly unknown[]) => execute("FULL", name, args),
      /** A formula in a cell. */
      formula: (name: string, ...args: readonly unknown[]) => cellResult(execute("CUSTOM_FUNCTION", name, args)),
      /** google.script.run from a sidebar. */
      call: (name: string, ...args: readonly unknown[]) => {
        if (name.endsWith("_")) throw new Error(`google.script.run.${name} is not a function`);
        return wire(execute("FULL", name, wire(args) as unknown[]));
      },
    };
  }
}

const scripts = new Map<string, vm.Script>();
function compiled(source: string): vm.Script {
  const known = scripts.get(source) ?? new vm.Script(source, { filename: "Code.js" });
  scripts.set(source, known);
  return known;
}
