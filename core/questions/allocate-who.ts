import { countedBy } from "../engine/counted.ts";
import type { Requirement } from "../engine/requirements.ts";
import { supply } from "../engine/supply.ts";
import type { Work } from "../host.ts";
import { latest } from "../plan/calendar.ts";
import { nameKey } from "../plan/names.ts";
import { openDay, orBlank, record, text } from "../schema.ts";
import type { DayNumber } from "../units.ts";
import { askedOf, type FitLine, fitLines } from "./allocation-fit.ts";
import { weeksOf } from "./allocation-weeks.ts";
import { formError } from "./allocations-table.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/** Somebody who could do it. */
export interface Suggestion {
  readonly person: string;
  readonly fits: "yes" | "partly";
  readonly why: string;
  /** Free minutes in an average week of the period, and in the fullest. */
  readonly average: number;
  readonly least: number;
}

const MOST_NAMED = 8;

/** Who fits what an engagement asks for, those with most free hours first. */
export const allocateWho = question({
  asks: record({ engagement: text, skill: orBlank(text), from: openDay, to: openDay }),
  *answer(form): Work<{ readonly people: readonly Suggestion[]; readonly more: number }> {
    const { plan } = yield* workbook();
    const engagement = plan.engagements.findIndex(({ name }) => nameKey(name) === nameKey(form.engagement));
    if (engagement < 0)
      throw formError(`"${form.engagement}" is no engagement of this plan`, "Maybe choose one from the list.");
    const { from, to } = plan.engagements[engagement]!;
    const asked = { from: form.from ?? from, to: form.to ?? to };
    if (asked.to < asked.from) throw formError("The last day comes before the first", "Maybe they changed places.");
    const weeks = weeksOf(asked, plan);
    const days = { from: latest(asked.from, weeks.from), to: Math.min(asked.to, weeks.to) as DayNumber };
    const skill = form.skill === null ? -1 : plan.skills.findIndex((name) => nameKey(name) === nameKey(form.skill!));
    const wanted = wantedOf(askedOf(plan, engagement, skill, days), skill);
    const { free } = supply(plan, weeks, countedBy(plan.settings));
    const count = weeks.periods.length;
    const found = plan.people.flatMap(({ name, contracts }, person): Suggestion[] => {
      const best = bestOf(fitLines(plan, person, wanted, days));
      if (best === null) return [];
      const hours = weeks.periods.map((_, week) => contracts.reduce((sum, one) => sum + free[one * count + week]!, 0));
      const average = Math.round(hours.reduce((sum, one) => sum + one, 0) / count);
      if (average === 0) return [];
      return [{ person: name, ...best, average, least: Math.min(...hours) }];
    });
    found.sort(
      (a, b) =>
        Number(b.fits === "yes") - Number(a.fits === "yes") || b.average - a.average || (a.person < b.person ? -1 : 1),
    );
    return { people: found.slice(0, MOST_NAMED), more: Math.max(0, found.length - MOST_NAMED) };
  },
});

/** What the engagement asks for; the bare skill, when it asks for nothing of it in these days. */
const wantedOf = (asked: readonly Requirement[], skill: number): readonly Requirement[] =>
  asked.length > 0 ? asked : [{ skill, role: "", level: 1, certificate: null, location: -1 }];

function bestOf(lines: readonly FitLine[]): Pick<Suggestion, "fits" | "why"> | null {
  const fit = lines.find(({ fits }) => fits === "yes") ?? lines.find(({ fits }) => fits === "partly");
  return fit && fit.fits !== "no" ? { fits: fit.fits, why: `${fit.asks}: ${fit.why}` } : null;
}
