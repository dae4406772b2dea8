import { changesOn, scenariosOf } from "../functions/in-scenario.ts";
import type { Work } from "../host.ts";
import { type Change, commit, preview, recover } from "../journal/index.ts";
import { changed } from "../plan/changed.ts";
import { sourcesIn } from "../plan/locate.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { describe, type Problem, refuse } from "../problems.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { record, text } from "../schema.ts";
import { horizonWeeks } from "../sheets/given.ts";
import { restingWrites } from "./adopt-days.ts";
import { adoptEdits } from "./adopt-edits.ts";
import { otherFigures } from "./adopt-figures.ts";
import { writeLines } from "./adopt-lines.ts";
import { skillWrites } from "./adopt-skills.ts";
import { writesFor } from "./adopt-writes.ts";
import { withEdits } from "./allocation-draft.ts";
import { formError } from "./allocations-table.ts";
import { markedMoney } from "./money-marks.ts";
import { question } from "./question.ts";
import { changeSentence } from "./scenario-words.ts";
import { rowsOf, switched } from "./scenarios.ts";
import { workbook } from "./workbook.ts";

interface Adoption {
  readonly change: Change;
  /** What is said before it is written. */
  readonly notes: readonly string[];
  /** What would be written, row by row. */
  readonly writes: readonly string[];
  /** Why it is not to be written. */
  readonly refusals: readonly string[];
}

/** What adopting a scenario would write, and what the tables cannot say. */
export const previewAdopt = question({
  asks: record({ scenario: text }),
  *answer({ scenario }): Work<{ readonly lines: readonly string[]; readonly ready: boolean }> {
    const { change, notes, writes, refusals } = yield* adoptionOf(scenario);
    const seen = yield* preview(change);
    const no = [...refusals, ...seen.refusals.map(describe)];
    return { lines: [...notes, ...(no.length === 0 ? writes : no)], ready: no.length === 0 && !seen.idle };
  },
});

/** Write a scenario into the plan's tables, all or nothing, and switch its rows off. */
export const adoptScenario = question({
  asks: record({ scenario: text }),
  *answer({ scenario }): Work<{ readonly text: string }> {
    yield* recover();
    const { change, refusals } = yield* adoptionOf(scenario);
    const [wrong] = refusals;
    if (wrong !== undefined) throw formError(wrong.replace(/\.$/, ""), "");
    const { sheets } = yield* commit(markedMoney(change));
    return { text: `Adopted “${scenario}”: ${sheets.map(({ sheet }) => sheet).join(", ")} changed. Its rows are off.` };
  },
});

function* adoptionOf(name: string): Work<Adoption> {
  const found = yield* workbook();
  const { plan } = found;
  const rows = rowsOf(found, name);
  const asked = scenariosOf(plan, [name]);
  refuse(asked.flatMap(({ problems }) => problems));
  const changes = asked.flatMap(changesOn);
  if (changes.length === 0) throw formError(`“${name}” is switched off`, "Maybe switch it on first.");
  const { plan: after } = withChanges(plan, changes);
  const writes = [...writesFor(plan, after), ...restingWrites(found, after), ...skillWrites(found, plan, after)];
  const edits = [...adoptEdits(found, writes), ...switched(rows, false)];
  const read = readPlan(sourcesIn(withEdits(found, edits)));
  const wrong = newErrors(plan, read);
  return {
    change: { title: `Adopt ${name}`, edits },
    notes: [
      ...changes.map(changeSentence),
      ...barredNotes(after),
      ...wrong.filter(isOfScenario).map((one) => `Another scenario no longer fits then. ${describe(one)}`),
    ],
    writes: writeLines(found, edits),
    refusals: [
      ...wrong.filter((one) => !isOfScenario(one)).map(describe),
      ...otherFigures(horizonWeeks(plan), changed(after, { barred: [] }), read),
    ],
  };
}

const barredNotes = ({ barred, people, engagements }: Plan): readonly string[] =>
  barred.map(({ person, engagement }) => {
    const { name } = people[person]!;
    return `No table can say that ${name} may not serve ${engagements[engagement]!.name} with spare hours: once adopted, they may.`;
  });

/** Rows that would be left out only because of what is written. */
function newErrors(before: Plan, after: Plan): readonly Problem[] {
  const known = new Set(before.errors.map(mistakeIn));
  return after.errors.filter((problem) => !known.has(mistakeIn(problem)));
}

/** The same cell left out for the same reason is no new mistake, even where its day has moved. */
const mistakeIn = ({ code, at: [place], why }: Problem): string => JSON.stringify([code, place, why]);

/** Other scenarios stay as they are, even where what they say is done already. */
const isOfScenario = ({ at }: Problem): boolean => at[0]?.table === SCENARIOS.name;
