export type AuthMode = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";
export const FAULTS = ["throw before", "throw after", "die", "die, and what was not flushed is lost"] as const;
export type Fault = (typeof FAULTS)[number];
export class Injected extends Error {}

/** What a script may call in `onOpen` of an add-on that is not enabled in the file. */
const IN_NONE = new Set([
  "SpreadsheetApp.getUi",
  "Ui.createAddonMenu",
  "Ui.createMenu",
  "Menu.addItem",
  "Menu.addSubMenu",
  "Menu.addSeparator",
  "Menu.addToUi",
]);
/** What needs a click of the planner. */
const NEEDS_FULL = new Set(["Ui.showSidebar", "Ui.showModalDialog", "Spreadsheet.toast", "Range.activate"]);
const READS = /\.(get|is|has|find|with|create|formatDate|new|build|copy|modify|as[A-Z]|when|require|add(Range|Item)$)/;
const BUILDER = /Builder\.|^Menu\.|^HtmlOutput\./;

/** Watches every call to a service: refuses what the authorization mode does not allow, counts changes, and breaks one on request. */
export class Gate {
  mode: AuthMode = "FULL";
  changes = 0;
  calls = 0;
  failAt = 0;
  fault: Fault = "throw before";
  dead = false;
  /** Called when everything so far is in the spreadsheet for good. */
  flushed = () => {};
  readonly log: string[] = [];

  pass<T>(what: string, act: () => T): T {
    if (this.dead) throw new Injected("the script was stopped");
    this.refuse(what);
    this.calls += 1;
    if (!isChange(what)) return act();
    this.changes += 1;
    this.log.push(what);
    if (this.changes !== this.failAt) {
      if (what === "SpreadsheetApp.flush") this.flushed();
      return act();
    }
    if (this.fault.startsWith("die")) this.dead = true;
    if (this.fault === "throw after") act();
    throw new Injected(`${this.fault} ${what}`);
  }

  private refuse(what: string): void {
    const { mode } = this;
    const allowed =
      mode === "FULL" ||
      (mode === "NONE" && IN_NONE.has(what)) ||
      (mode === "LIMITED" && !NEEDS_FULL.has(what)) ||
      (mode === "CUSTOM_FUNCTION" && !isChange(what) && !what.startsWith("Ui.") && what !== "SpreadsheetApp.getUi");
    if (!allowed) throw new Error(`You do not have permission to call ${what}. (AuthMode.${mode})`);
  }
}

/** Does a call change the spreadsheet, or make changes real? */
export const isChange = (what: string): boolean => !READS.test(what) && !BUILDER.test(what) && !QUIET.has(what);
const QUIET = new Set([
  "Lock.tryLock",
  "Lock.releaseLock",
  "Ui.showSidebar",
  "Range.activate",
  "Spreadsheet.setActiveSheet",
]);

const PROBED = new Set(["then", "toJSON", "nodeType", "asymmetricMatch", "$$typeof", "constructor"]);

/** An object of the stand-in. Whatever it does not know fails with its own name, so that it can never silently lie. */
export function strict<T extends object>(gate: Gate, name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key);
      if (typeof key === "symbol" || PROBED.has(key)) return value;
      if (!(key in object)) throw new Error(`${name}.${key} is not known to this stand-in.`);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => gate.pass(`${name}.${key}`, () => Reflect.apply(value, object, args) as unknown);
    },
  });
}
