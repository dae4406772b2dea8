import type { ReplyOf } from "../core/questions/index.ts";
import { busyIn } from "./busy.ts";
import { complain } from "./checks.ts";
import { confirmation } from "./confirm.ts";
import { emptyState } from "./decision.ts";
import type { Desk, View } from "./desk.ts";
import { attr, counted, dateText, dayOrNull, el } from "./dom.ts";
import { fieldOf } from "./fields.ts";
import { snapshotList } from "./snapshot-list.ts";
import { todayHere } from "./today.ts";
import { undoBar } from "./undo.ts";

type Reply = ReplyOf<"snapshots">;
type What = "take" | "thin";

/** "Keep the plan as it is today, so that later we can say how good it was." */
export function snapshotsPanel(desk: Desk): View {
  const { bridge } = desk;
  const root = el("section", { className: "panel" });
  const busy = busyIn(root, bridge.cancels);
  const confirm = confirmation();
  const input = el("input", { type: "date", name: "snapshot-day" });
  const field = fieldOf("Taken on", input);
  const why = el("p", { className: "soft" });
  const growth = el("p", { className: "soft" });
  const take = el("button", { type: "submit", className: "primary" }, "Take snapshot…");
  const form = el(
    "form",
    { className: "stack", noValidate: true },
    field.root,
    why,
    growth,
    el("div", { className: "buttons" }, take),
  );
  const empty = el("div", {});
  const list = snapshotList();
  const thin = el("button", { type: "button", hidden: true });
  const undo = undoBar(desk, busy, () => load());

  let asOf: Reply["day"] | null = null;
  const load = async () => {
    const today = todayHere();
    const reply = await busy.run("Reading the workbook…", (watch) => bridge.ask("snapshots", { today }, watch));
    if (reply !== null) show(reply);
  };
  const show = (reply: Reply) => {
    const { day, taken, idle } = reply;
    const isIdle = idle !== "";
    asOf = day;
    form.hidden = isIdle;
    empty.replaceChildren(...(isIdle ? [emptyState(idle, () => desk.open("sheets"))] : []));
    if (document.activeElement !== input && !confirm.root.hasChildNodes()) input.value = dateText(day);
    why.textContent = `${reply.why} Another day's snapshot stays as it is; one of the same day is replaced.`;
    growth.textContent = reply.growth;
    list.show(taken);
    thin.hidden = reply.thin === 0;
    thin.textContent = `Thin ${counted(reply.thin, "old snapshot")}…`;
    undo.show(reply.undo);
  };
  const typed = (): ReturnType<typeof dayOrNull> => {
    const day = dayOrNull(input);
    return complain(field.complain, day === null ? "Choose a day." : null) ? day : null;
  };
  const preview = async (what: What) => {
    // What is old is so as of the day that the button's number was counted for, whatever day is typed for a new snapshot.
    const day = what === "thin" ? asOf : typed();
    if (day === null) return input.focus();
    const seen = await busy.run("Computing…", (watch) => bridge.ask(PREVIEWS[what], { day }, watch));
    if (seen === null) return;
    confirm.show({
      heading: HEADINGS[what],
      lines: seen.lines,
      action: seen.ready ? ACTIONS[what] : null,
      act: () => void write(what, day),
      ...("isFaulty" in seen && seen.isFaulty
        ? { look: { words: "Open Plan check", go: () => desk.open("planCheck") } }
        : {}),
    });
  };
  const write = async (what: What, day: NonNullable<ReturnType<typeof dayOrNull>>) => {
    const done = await busy.run("Writing…", (watch) => bridge.ask(WRITES[what], { day }, watch));
    if (done === null) return;
    confirm.close();
    await load();
    busy.say(done.text);
    busy.line.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void preview("take");
  });
  thin.addEventListener("click", () => void preview("thin"));
  const about = "A snapshot keeps the plan of the coming weeks, so that later you can see how good the forecast was.";
  root.append(
    el("p", { className: "question" }, "What did we forecast, and what came?"),
    el("p", { className: "soft" }, about),
    empty,
    form,
    confirm.root,
    busy.line,
    undo.root,
    list.root,
    attr(el("div", { className: "buttons" }, thin), { role: "group", "aria-label": "Old snapshots" }),
  );
  return { root, refresh: load };
}

const PREVIEWS = { take: "previewSnapshot", thin: "previewThin" } as const;
const WRITES = { take: "takeSnapshot", thin: "thinSnapshots" } as const;
const HEADINGS: Readonly<Record<What, string>> = { take: "Take this snapshot?", thin: "Thin old snapshots?" };
const ACTIONS: Readonly<Record<What, string>> = { take: "Write it to Snapshots", thin: "Take them away" };
