import { exposure } from "../engine/decide/exposure.ts";
import { everything } from "../engine/scope.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Work } from "../host.ts";
import { openDay, orBlank, record, text } from "../schema.ts";
import type { Answer } from "./answer.ts";
import { namedPerson } from "./asked-names.ts";
import { horizonOf, usualCount } from "./horizon.ts";
import { allLeave } from "./leave-all.ts";
import { oneLeaves } from "./leave-one.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/** Who is exposed if somebody leaves; nobody named: everyone, the worst first. */
export const somebodyLeaves = question({
  asks: record({ person: orBlank(text), from: openDay }),
  *answer({ person: name, from }): Work<Answer> {
    const found = yield* workbook();
    const { plan } = found;
    const days = horizonOf(plan, from);
    const { how, note } = usualCount(plan, days);
    const grains = timeline(days.from, days.to, how.grain);
    const weeks = timeline(days.from, days.to, "week");
    const people = name === null ? [...plan.people.keys()] : [namedPerson(plan, name)];
    const hit = exposure(plan, days, how, everything(plan), people);
    const absence = { found, how, days, weeks, weekOf: weekOf(grains, weeks), hit, notes: [note, ...MEANING] };
    return name === null ? allLeave(absence) : oneLeaves(absence, people[0]!);
  },
});

const MEANING = [
  "Booked hours are open for whoever else can do them, free hours are gone, and higher priorities are served first.",
  "An engagement can be hit though nothing of it is booked on the person: others step in elsewhere.",
];

const weekOf =
  (grains: Timeline, weeks: Timeline) =>
  (grain: number): number =>
    weeks.periodOf[grains.periods[grain]!.from - weeks.from]!;
