import { type DemoPlan, planOf } from "./headings.ts";
import { holidaysOf } from "./holidays.ts";
import { SMALL_SCENARIOS } from "./scenarios.ts";
import { settings } from "./settings.ts";
import { smallSnapshots } from "./small-history.ts";
import { ACTUALS, MILESTONES } from "./small-past.ts";
import { LEAVE, PEOPLE, SKILLS } from "./small-people.ts";
import { TICKETS } from "./small-tickets.ts";
import { ALLOCATIONS, DEMAND, ENGAGEMENTS, SUPPORT } from "./small-work.ts";

/**
 * Quillhaven Cloud: twelve people in Chicago, Pune and Singapore, twelve weeks from 5 January 2026, small enough to
 * follow by hand. What a planner finds in it:
 *
 * - The cut-over, weeks of 26 January and 2 February. Open: AWS 30, Kubernetes 10, Security 10 hours. Free: Maya 20
 *   (all three skills), Ben 20 (AWS). Skill by skill it fits (AWS 30 of 40, Kubernetes 10 of 20, Security 10 of 20), every
 *   two of them fit, but the three together ask for 50 hours of 40: 10 hours short each week.
 * - The week of 9 February is 10 hours short too, for another reason: Maya's CISSP ran out on 6 February, so nobody
 *   can do the security work, while AWS and Kubernetes just fit (40 of 40).
 * - Chinese New Year, week of 16 February: the desk's tickets do not stop. 60 hours asked; Daniel and Marcus are there
 *   for three days, 24 hours each: 12 hours short. Farah is on leave; Vikram and Omar can do her Linux.
 * - Marcus leaves on 27 February. His 30 hours are open, Daniel has 10 free: 20 hours short every week of March, unless
 *   the planned hire (80 %, four weeks of ramp-up) comes. Farah's Windows is one level short.
 * - Vikram is overloaded in the two weeks of the release: 50 hours in a week of 40.
 * - Juniper, 50 %: 70 hours of Python a week where 60 are free. On average 35, which fits; if it is won, it does not.
 * - Harborline's row of Support says 30 tickets of 2 hours; its last weeks of Tickets say more.
 * - Before the horizon, December's timesheets: the desk's Daniel three weeks above 100 %, Marcus' empty in the third.
 * - Without Maya nobody can do Kubernetes at level 3: Meridian and Cobalt depend on her, and Tidewater's cut-over.
 */
export const smallDemo = (): DemoPlan =>
  planOf({
    Settings: settings(12),
    People: PEOPLE,
    Skills: SKILLS,
    Engagements: ENGAGEMENTS,
    Demand: DEMAND,
    Allocations: ALLOCATIONS,
    Support: SUPPORT,
    Tickets: TICKETS,
    Leave: LEAVE,
    Holidays: holidaysOf(["Chicago", "Pune", "Singapore"]),
    Scenarios: SMALL_SCENARIOS,
    Actuals: ACTUALS,
    Milestones: MILESTONES,
  });

/** The same with the snapshots of autumn, as a workbook that has been in use for a while. */
export const smallDemoInUse = (): DemoPlan => new Map([...smallDemo(), ["Snapshots", smallSnapshots()]]);
