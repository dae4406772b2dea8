import type { Host } from "./host.ts";
import type { Entry } from "./protocol.ts";

/**
 * `window.external` as Excel for Windows offers it, so that the unmodified loader of office.js starts by itself, answers
 * `Office.onReady` and sends its batches to the workbook in memory.
 */
const SETS = {
  ExcelApi: "1.9",
  ExcelApiUndo: "9.9",
  CustomFunctionsRuntime: "1.1",
  CustomFunctions: "1.9",
  SharedRuntime: "1.1",
  AddinCommands: "1.1",
  RibbonApi: "1.1",
  RichApiRuntime: "1.1",
  RichApiRuntimeFlag: "1.2",
};
const EVENT = { richApi: 33, ribbon: 39 };
const RICH_API = 93;
/** 3 at the end: shared runtime and custom functions. */
const HOST_INFO = "Excel$Win32$16.01$en-US$telemetry$$$3";

/** The shape of an array of Windows as office.js reads it. */
const safeArray = (items: readonly unknown[]) => ({
  toArray: () => items,
  dimensions: () => 1,
  lbound: () => 0,
  ubound: () => items.length - 1,
  getItem: (i: number) => items[i],
});

type Done = (answer: unknown) => void;
type Handler = (id: number, args: unknown) => void;

export function installExternal(hostOf: () => Host) {
  const handlers: { readonly id: number; readonly handler: Handler }[] = [];
  const constant = (value: unknown) => () => value;
  const context = {
    GetAppType: constant(1),
    GetSolutionRef: constant("headroom"),
    GetAppVersionMajor: constant(16),
    GetAppVersionMinor: constant(1),
    GetAppUILocale: constant("en-US"),
    GetAppDataLocale: constant("en-US"),
    GetDocUrl: constant("memory://plan.xlsx"),
    GetAppCapabilities: constant(1),
    GetActivationMode: constant(1),
    GetControlIntegrationLevel: constant(1),
    GetSolutionToken: constant(""),
    GetCorrelationId: constant("c"),
    GetInstanceId: constant("i"),
    GetTouchEnabled: constant(false),
    GetCommerceAllowed: constant(false),
    GetSupportedMatrix: constant(JSON.stringify(SETS)),
    GetHostFullVersion: constant("16.0.99999.0"),
    GetInitialDisplayMode: constant(0),
    GetSettings: constant({ Read() {}, Write() {} }),
  };
  const external = {
    GetHostInfo: constant(HOST_INFO),
    GetContext: constant(context),
    GetLoggingAllowed: constant(false),
    Execute(id: number, params: readonly unknown[], done: Done) {
      setTimeout(() => {
        if (id !== RICH_API) return done(safeArray([0, safeArray([])]));
        const [, , , , body] = (params[0] ?? params) as readonly unknown[];
        done(safeArray([0, safeArray([200, safeArray([]), hostOf().execute(String(body))])]));
      }, 0);
    },
    RegisterEvent(id: number, _target: unknown, handler: Handler, done: Done) {
      handlers.push({ id, handler });
      setTimeout(() => done(0), 0);
    },
    UnregisterEvent(_id: number, _target: unknown, done: Done) {
      setTimeout(() => done(0), 0);
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });
  const send = (id: number, args: unknown) => {
    for (const one of handlers) if (one.id === id) one.handler(id, args);
  };
  return {
    /** Press a button of the ribbon. */
    ribbon: (control: string, command: string) =>
      send(EVENT.ribbon, safeArray([control, command, JSON.stringify({ source: { id: control } })])),
    deliver: (entries: readonly Entry[]) =>
      send(EVENT.richApi, safeArray(entries.map((entry) => safeArray(parts(entry))))),
  };
}

const parts = ({ messageCategory, messageType, targetId, message }: Entry) => [
  messageCategory,
  messageType,
  targetId,
  typeof message === "string" ? message : JSON.stringify(message),
  0,
  false,
];
