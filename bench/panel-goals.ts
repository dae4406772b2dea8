import { findChromium } from "../test/browser/page.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { type Asked, askedAbout } from "./panel/asked.ts";
import { type Answered, answerTimes, fillIn, openFirm, openPanel, read, reopenFirm, workOf } from "./panel/page.ts";

const MOST_SECONDS = 1;
const CHANGES = 6;

/** A question's times: until its panel may be filled in, of its first answer, and of the best after a changed cell. */
interface Timed {
  readonly asked: Asked;
  readonly opened: number;
  readonly first: Answered;
  readonly changed: Answered;
}
type Moment = "first" | "changed";

const MOMENTS: readonly (readonly [Moment, string])[] = [
  ["changed", "a cell changed and a question of managers answered in the workbench panel, 400 people, the slowest"],
  ["first", "the first question after the workbook was opened, the slowest"],
];

/** What managers ask, in the panels of the real page in a browser, on the demo firm of 400 people. */
export async function panelGoals(): Promise<{ readonly goals: readonly Goal[]; readonly notes: readonly string[] }> {
  if ((await findChromium()) === undefined) return { goals: MOMENTS.map(notMeasured), notes: [] };
  const opened = await openFirm();
  try {
    const { page } = opened;
    const work = await workOf(page);
    const [person, engagement] = await read(page, "Allocations!A2:B2");
    const [, other] = await read(page, "Engagements!A2:A3");
    const all: Timed[] = [];
    for (const asked of askedAbout(person!, engagement!, other!)) {
      if (all.length > 0) await reopenFirm(opened);
      const ready = await openPanel(page, asked.panel);
      await fillIn(page, asked);
      const first = await answerTimes(page, asked, null, work);
      const changed: Answered[] = [];
      for (let i = 0; i < CHANGES; i++) {
        changed.push(await answerTimes(page, asked, { address: "People!E2", value: 30 + i }, work));
      }
      all.push({ asked, opened: ready, first, changed: best(changed) });
    }
    return { goals: MOMENTS.map((moment) => goalOf(all, moment)), notes: [HOW, ...all.map(noteOf)] };
  } finally {
    await opened.close();
  }
}

const best = (all: readonly Answered[]): Answered => ({
  ms: Math.min(...all.map(({ ms }) => ms)),
  cpu: Math.min(...all.map(({ cpu }) => cpu)),
});

function goalOf(all: readonly Timed[], [moment, what]: (typeof MOMENTS)[number]): Goal {
  const slowest = all.reduce((a, b) => (b[moment].ms > a[moment].ms ? b : a));
  const { words } = slowest.asked;
  const { ms, cpu } = slowest[moment];
  const from = `${words}, ${milliseconds(cpu)} of them at work`;
  return { what, limit: MOST_SECONDS, kind: "at most", unit: "s", value: ms / 1000, from };
}

const notMeasured = ([, what]: (typeof MOMENTS)[number]): Goal => ({
  what,
  limit: MOST_SECONDS,
  kind: "at most",
  unit: "s",
  value: null,
  from: "set CHROMIUM to the path of a Chromium",
});

const HOW = `In the panel: from the change of a cell of People, which the spreadsheet and its formulas follow, and the press on the button until the answer is painted; the best of ${CHANGES}, and in brackets how long the page was at work. The page is loaded anew for each question; the first thing that is written makes the journal's sheets.`;

const noteOf = ({ asked: { words }, opened, first, changed }: Timed): string =>
  `${words}: ${both(changed)} after a change; the panel reads the workbook in ${milliseconds(opened)} and gives its first answer in ${both(first)}.`;

const both = ({ ms, cpu }: Answered): string => `${milliseconds(ms)} (${milliseconds(cpu)})`;
