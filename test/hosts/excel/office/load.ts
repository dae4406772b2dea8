/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";
import { Host } from "./host.ts";
import type { Entry } from "./protocol.ts";

export const OFFICE_DIST = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const FILE = "excel-web-16.00.js";

export type Sets = Readonly<Record<string, string>>;
/** What manifest.xml asks for. Anything newer fails in the tests unless the product asks first. */
export const DECLARED: Sets = { ExcelApi: "1.9", CustomFunctionsRuntime: "1.1", SharedRuntime: "1.1" };
const INTERNAL: Sets = {
  ExcelApiUndo: "9.9",
  RichApiRuntimeFlag: "1.2",
  RichApiRuntime: "1.1",
  CustomFunctions: "1.9",
};

interface Loaded {
  readonly Excel: Readonly<Record<string, unknown>>;
  readonly CustomFunctions: object;
  readonly OfficeExtension: {
    readonly _internalConfig: { appendTypeNameToObjectPathInfo: boolean };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
}
export interface Office {
  readonly host: Host;
  readonly globals: Loaded;
}

let source: vm.Script | undefined;

/** The unmodified Excel script of office.js in a bare context, without a browser, over a workbook in memory. */
export function loadOffice(sets: Sets = DECLARED): Office {
  const supported = supports({ ...INTERNAL, ...sets });
  const bridge = nativeBridge();
  const context: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    navigator: { userAgent: "node" },
    location: { href: "https://localhost/" },
    document: { readyState: "complete", addEventListener() {} },
    CustomFunctions: association(),
    CustomFunctionMappings: {},
    _richApiNativeBridge: bridge.end, // must be there before the script runs
  };
  context.window = context;
  context.self = context;
  vm.createContext(context);
  source ??= new vm.Script(readFileSync(join(OFFICE_DIST, FILE), "utf8"), { filename: FILE });
  source.runInContext(context);
  const office = { requirements: { isSetSupported: supported }, platform: "OfficeOnline", host: "Excel" };
  const factory = {
    getContext: () => office,
    getHostInfo: () => ({ hostType: "excel", hostPlatform: "web" }),
    getInitializationHelper: () => ({}),
  };
  const { OSF = {} } = context as { OSF?: { _OfficeAppFactory?: object } };
  context.OSF = Object.assign(OSF, { _OfficeAppFactory: { ...OSF._OfficeAppFactory, ...factory } });
  const globals = context as unknown as Loaded;
  globals.OfficeExtension._internalConfig.appendTypeNameToObjectPathInfo = true; // each path names its class
  globals.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true; // refuses what the sets do not promise
  const host = new Host(globals.Excel);
  bridge.attach(host);
  return { host, globals };
}

/** Make the product see this Excel. */
export function install({ globals }: Office, sets: Sets = DECLARED): void {
  const Office = { context: { requirements: { isSetSupported: supports(sets) } } };
  Object.assign(globalThis, { Excel: globals.Excel, CustomFunctions: globals.CustomFunctions, Office });
}

const supports =
  (sets: Sets) =>
  (name: string, version = "1.1"): boolean => {
    const [major = 0, minor = 0] = (sets[name] ?? "0").split(".").map(Number);
    const [wantMajor = 0, wantMinor = 0] = version.split(".").map(Number);
    return major > wantMajor || (major === wantMajor && minor >= wantMinor);
  };

/** What the loader of office.js prepares before its Excel script runs. */
function association() {
  const handlers: (() => void)[] = [];
  const mappings: Record<string, unknown> = {};
  const associate = (name: string, call: unknown) => {
    mappings[name.toUpperCase()] = call;
    for (const handler of handlers) handler();
  };
  return {
    _association: { mappings, handlers, onchange: (one: () => void) => handlers.push(one), associate },
    associate,
  };
}

type Receive = (text: string) => void;

function nativeBridge() {
  let host: Host | undefined;
  let receive: Receive = () => {};
  const answer = (text: string) => {
    const { type, id, message } = JSON.parse(text) as { type: number; id: number; message: { body: unknown } };
    if (type !== 1) return;
    const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    const reply = JSON.parse(host!.execute(body)) as unknown;
    receive(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: reply } }));
  };
  const end = {
    sendMessageToHost: (text: string) => queueMicrotask(() => answer(text)),
    get onMessageFromHost() {
      return receive;
    },
    set onMessageFromHost(one: Receive) {
      receive = one;
    },
  };
  const deliver = (entries: Entry[]) => receive(JSON.stringify({ type: 3, message: { entries } }));
  return {
    end,
    attach: (one: Host) => {
      host = one;
      one.deliver = deliver;
    },
  };
}
