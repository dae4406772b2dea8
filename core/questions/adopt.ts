import { countedBy } from "../engine/counted.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { supply } from "../engine/supply.ts";
import type { Timeline } from "../engine/timeline.ts";
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
import { adoptEdits } from "./adopt-edits.ts";
import { skillWrites } from "./adopt-skills.ts";
import { writesFor } from "./adopt-writes.ts";
import { withEdits } from "./allocation-draft.ts";
import { formError } from "./allocations-table.ts";
import { question } from "./question.ts";
import { changeSentence } from "./scenario-words.ts";
import { rowsOf, switched } from "./scenarios.ts";
import { workbook } from "./workbook.ts";

interface Adoption {
  readonly change: Change;
  /** What is said before it is written. */
  readonly notes: readonly string[];
  /** Why it is not to be written. */
  readonly refusals: readonly string[];
}

/** What adopting a scenario would write, and what the tables cannot say. */
export const previewAdopt = question({
  asks: record({ scenario: text }),
  *answer({ scenario }): Work<{ readonly lines: readonly string[]; readonly ready: boolean }> {
    const { change, notes, refusals } = yield* adoptionOf(scenario);
    const seen = yield* preview(change);
    const no = [...refusals, ...seen.refusals.map(describe)];
    return { lines: [...notes, seen.text, ...no], ready: no.length === 0 && !seen.idle };
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
    const { sheets } = yield* commit(change);
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
  const writes = [...writesFor(plan, after), ...skillWrites(found, plan, after)];
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
  const known = new Set(before.errors.map(describe));
  return after.errors.filter((problem) => !known.has(describe(problem)));
}

/** Other scenarios stay as they are, even where what they say is done already. */
const isOfScenario = ({ at }: Problem): boolean => at[0]?.table === SCENARIOS.name;

/** The plan as it would be read must give the figures of the scenario, week by week. */
function otherFigures(weeks: Timeline, wanted: Plan, read: Plan): readonly string[] {
  const same = JSON.stringify(figuresOf(weeks, wanted)) === JSON.stringify(figuresOf(weeks, read));
  return same ? [] : ["The tables cannot say this scenario exactly: the figures would be others than it showed."];
}

function figuresOf(weeks: Timeline, plan: Plan): readonly number[] {
  const how = countedBy(plan.settings);
  const people = supply(plan, weeks, how);
  const sum = (minutes: Float64Array) => minutes.reduce((all, one) => all + one, 0);
  return [
    ...skillGap(plan, weeks, how, everything(plan)).unmet,
    ...[people.capacity, people.free, people.overload].map(sum),
  ];
}
