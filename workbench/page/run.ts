import { demoFirmInUse } from "../../core/demo/firm.ts";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { ask } from "../../core/questions/index.ts";
import type { PanelGroup } from "../../panels/desk.ts";
import { PANELS } from "../../panels/panels.ts";
import type { Model } from "../engine.ts";
import { putBeside } from "../host.ts";
import { planWorkbook } from "../start/workbooks.ts";
import { install, workbookOf } from "../workbook.ts";
import { describeCharts } from "./chart-words.ts";
import { type Ask, type Dock, mountDock } from "./dock.ts";
import { byId, painted } from "./dom.ts";
import { askForFile, onFile, pickFile } from "./files.ts";
import { type Grid, mountGrid, still } from "./grid.ts";
import { keyboard } from "./keyboard.ts";
import { type Item, installMenu } from "./menu.ts";
import { installNotePopover } from "./note-popover.ts";
import { busy, notice, sentenceOf } from "./notices.ts";
import { openFile, saveFile } from "./open-save.ts";
import { type Choice, leaveStartPage, startPage } from "./start-page.ts";
import { testDoor } from "./test-door.ts";
import { workWatched } from "./watched.ts";

/** What the page works on. */
export interface Desk {
  model: Model | null;
  name: string;
}

/** Start the page: the engine, its menu, the panels, and what to open. */
export async function run(): Promise<void> {
  const ready = begin();
  testDoor(ready);
  await ready;
}

async function begin(): Promise<{ readonly desk: Desk; readonly show: (model: Model, name: string) => void }> {
  console.debug = () => {}; // the engine tells it every command
  addEventListener("error", ({ error, message }) => notice(sentenceOf(error ?? message), true));
  addEventListener("unhandledrejection", ({ reason }) => notice(sentenceOf(reason), true));

  const desk: Desk = { model: null, name: "" };
  let grid: Grid | null = null;
  let dock: Dock | null = null;
  const show = (model: Model, name: string) => {
    Object.assign(desk, { model, name });
    byId("desk").hidden = false;
    leaveStartPage();
    document.title = `${name} – Headroom workbench`;
    grid?.show(model);
    dock?.restart();
  };
  const answer: Ask = async (name, request, watch) => {
    const { model } = desk;
    if (!model) throw new Error("No workbook is open yet.");
    if (name === "choosePlanningFile") await chooseBeside(model);
    return workWatched(model, () => ask(name, request), watch, still);
  };
  const open = (name: string, words: string, make: () => Model) =>
    busy(words, async () => {
      show(make(), name);
      await painted();
    });
  const start = () => startPage(choices(open), desk.model ? leaveStartPage : null);

  install(FUNCTIONS);
  installNotePopover();
  dock = mountDock(answer);
  installMenu(menu(desk, start, dock));
  grid = await mountGrid();
  describeCharts(() => desk.model);
  onFile((file) => busy(`Opening ${file.name}…`, async () => show(await openFile(file), file.name)));
  keyboard();
  start();
  return { desk, show };
}

async function chooseBeside(model: Model): Promise<void> {
  const file = await askForFile();
  if (file !== null) putBeside(model, file.name, await openFile(file));
}

type Open = (name: string, words: string, make: () => Model) => void;

const choices = (open: Open): readonly Choice[] => [
  {
    id: "small",
    title: "Small demo plan",
    says: "12 people, small enough to follow by hand. A good first look.",
    badge: "Start here",
    go: () =>
      open("Quillhaven Cloud.xlsx", "Calculating the small demo…", () =>
        planWorkbook("Quillhaven Cloud", smallDemoInUse()),
      ),
  },
  {
    id: "firm",
    title: "Demo firm",
    says: "400 people in the USA, India and Singapore, half a year of work.",
    go: () =>
      open("Quellmont Digital.xlsx", "Calculating 400 people…", () =>
        planWorkbook("Quellmont Digital", demoFirmInUse()),
      ),
  },
  {
    id: "empty",
    title: "Empty plan",
    says: "All the tables with their headings and drop-downs, for your own team.",
    go: () => open("My plan.xlsx", "Setting up this workbook…", () => planWorkbook("my team", new Map())),
  },
  {
    id: "finance",
    title: "Finance workbook",
    says: "Nothing in it yet: for rates and salaries, beside a plan that it reads. Sheets, Set up finance workbook.",
    go: () =>
      open("Finance.xlsx", "Making an empty workbook…", () => workbookOf({ sheets: [{ id: "start", name: "Start" }] })),
  },
  { id: "open", title: "Open a file", says: "An .xlsx workbook or a .csv table of yours.", go: pickFile },
];

const menu = (desk: Desk, start: () => void, dock: Dock): readonly Item[] => [
  ...panelItems(dock, "Plan"),
  { id: "headroom_decide", name: "Decide", go: panelItems(dock, "Decide") },
  { id: "headroom_panel", name: "Show or hide the panel", go: dock.toggle, apart: true },
  { id: "headroom_open", name: "Open a file…", go: pickFile, apart: true },
  { id: "headroom_save", name: "Save workbook (.xlsx)", go: () => void saveFile(desk, true) },
  { id: "headroom_values", name: "Save a copy with values only", go: () => void saveFile(desk, false) },
  { id: "headroom_start", name: "Start page…", go: start, apart: true },
];

const panelItems = (dock: Dock, wanted: PanelGroup): readonly Item[] =>
  PANELS.filter(({ group }) => group === wanted).map(({ key, title }) => ({
    id: `headroom_${key}`,
    name: title,
    go: () => dock.show(key),
  }));
