import type { ReplyOf } from "../core/questions/index.ts";
import type { Busy } from "./busy.ts";
import type { Confirmation } from "./confirm.ts";
import type { Desk } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";

/** "Keep rates and salaries in a workbook of finance's own, which reads the plan." */
export interface FinancePart {
  readonly root: HTMLDetailsElement;
  /** Read anew how the planning tables are. */
  readonly look: () => Promise<void>;
}

type Reply = ReplyOf<"finance">;

export function financePart(
  { bridge }: Desk,
  busy: Busy,
  confirm: Confirmation,
  after: () => Promise<void>,
): FinancePart {
  const address = el("input", { name: "planning", type: "text", autocomplete: "off", spellcheck: false });
  const field = fieldOf("Planning workbook", address);
  const how = el("p", { className: "soft" });
  const file = el("p", {});
  const choose = el("button", { type: "button" }, "Choose the planning file…");
  const submit = el("button", { type: "submit", className: "primary" });
  const links = attr(el("ul", { className: "plain" }), { "aria-label": "Planning tables" });
  let way: Reply["way"] = "file";

  const show = (reply: Reply) => {
    way = reply.way;
    const isFile = way === "file";
    how.textContent = HOW[way];
    field.root.hidden = isFile;
    choose.hidden = file.hidden = !isFile;
    file.textContent = reply.file === null ? NO_FILE(reply.address) : `Planning file: ${reply.file}`;
    address.placeholder = EXAMPLES[way];
    if (address.value === "" && !isFile) address.value = reply.address ?? "";
    submit.textContent =
      reply.address === null ? "Preview the set-up" : isFile ? "Refresh from planning file" : "Preview the links";
    links.replaceChildren(
      ...reply.sheets.map(({ sheet, state, says }) =>
        el(
          "li",
          { className: state === "not read" ? "bad" : "" },
          el("b", {}, `${MARKS[state]} ${sheet}`),
          `: ${says}`,
        ),
      ),
    );
    links.hidden = reply.sheets.length === 0;
  };
  const look = async () => {
    const reply = await bridge.ask("finance", {}).catch(() => null);
    if (reply !== null) show(reply);
  };
  choose.addEventListener("click", async () => {
    const reply = await busy.run("Reading the planning file…", () => bridge.ask("choosePlanningFile", {}));
    if (reply !== null) show(reply);
  });
  const write = async () => {
    const done = await busy.run("Writing…", (watch) => bridge.ask("setUpFinance", { address: asked() }, watch));
    if (done === null) return;
    confirm.close();
    await after();
    busy.say(done.text);
    busy.line.focus();
  };
  const asked = () => (way === "file" ? "file" : address.value.trim());
  const form = el("form", { className: "stack" }, how, field.root, file, choose, links, submit);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (asked() === "") {
      field.complain([{ says: `Give the planning workbook first. Maybe ${EXAMPLES[way]}.`, severity: "error" }]);
      address.focus();
      return;
    }
    field.complain([]);
    const seen = await busy.run("Looking at both workbooks…", (watch) =>
      bridge.ask("previewFinance", { address: asked() }, watch),
    );
    if (seen === null) return;
    confirm.show({
      heading: "Finance workbook",
      lines: [...seen.lines, "The planning workbook is read and never written."],
      action: seen.idle ? null : "Write these sheets",
      act: () => void write(),
    });
  });
  const root = el(
    "details",
    {},
    el("summary", {}, "Set up finance workbook"),
    attr(form, { "aria-label": "Set up finance workbook" }),
  );
  return { root, look };
}

const MARKS = { read: "✓", empty: "–", "not read": "✕" } as const;

const ABOUT =
  "Makes Rates, Costs, Fees, Exchange and Settings here, in a workbook that only finance opens, beside the tables of the plan.";

const HOW: { readonly [W in Reply["way"]]: string } = {
  "import range": `${ABOUT} It reads the planning workbook by IMPORTRANGE. When a table shows #REF!, point at its cell A1 and press Allow access, once.`,
  "workbook link": `${ABOUT} It links to the planning workbook: keep that open while you do this. Excel 2019 and older cannot show a linked table in one piece: there, copy the sheets of the plan here instead (right-click their tabs, Move or Copy), and refresh them the same way.`,
  file: `${ABOUT} The tables of the plan are copied from its .xlsx file as values; read it again after the plan has changed.`,
};

const EXAMPLES: { readonly [W in Reply["way"]]: string } = {
  "import range": "docs.google.com/spreadsheets/d/…",
  "workbook link": "Plan.xlsx",
  file: "",
};

const NO_FILE = (address: string | null) =>
  address === null
    ? "No planning file is chosen yet."
    : `It was read from ${address}. Choose that file again to refresh.`;
