import { withoutAway } from "./firm/away.ts";
import { bookingsFrom } from "./firm/bookings.ts";
import { firmSnapshots } from "./firm/history.ts";
import { leaveRows } from "./firm/leave.ts";
import { needsFrom } from "./firm/needs.ts";
import { actualRows, milestoneRows } from "./firm/past.ts";
import { staffFrom } from "./firm/people.ts";
import { peopleRows, skillRows } from "./firm/people-rows.ts";
import { withPlanted } from "./firm/planted.ts";
import { CERTIFIED_BOOKING, CERTIFIED_DEMAND, placeholderRows } from "./firm/story.ts";
import { ticketRows } from "./firm/ticket-rows.ts";
import { soldFrom, WEEKS } from "./firm/work.ts";
import { allocationRows, demandRows, engagementRows, supportRows } from "./firm/work-rows.ts";
import { type DemoPlan, type DemoTables, planOf } from "./headings.ts";
import { holidaysOf } from "./holidays.ts";
import { drawFrom } from "./random.ts";
import { FIRM_SCENARIOS } from "./scenarios.ts";
import { settings } from "./settings.ts";

export { PLANTED, type Planted } from "./firm/planted.ts";

const SEED = 20_260_105;

/**
 * Quellmont Digital: 400 people in Chicago, Austin, Bengaluru, Pune and Singapore, 70 engagements, 26 weeks from 5
 * January 2026, the same in every run. Most people are booked for 70 to 95 % of their time. Kubernetes, Security,
 * Snowflake and SAP Basis are oversold, the service desk has time to spare, and in the weeks of Chinese New Year and Good
 * Friday nearly every skill is short. Timesheets of four weeks of December stand before the horizon. The mistakes in it are listed as PLANTED.
 */
export const demoFirm = (): DemoPlan => planned(firmTables());

/** The same with the snapshots of autumn, as a workbook that has been in use for a while. */
export function demoFirmInUse(): DemoPlan {
  const { People, Allocations, Actuals, ...tables } = firmTables();
  const snapshots = firmSnapshots({ people: People, allocations: Allocations, actuals: Actuals });
  return new Map([...planned({ People, Allocations, Actuals, ...tables }), ["Snapshots", snapshots]]);
}

const planned = (tables: DemoTables): DemoPlan => withPlanted(planOf(tables));

function firmTables(): DemoTables {
  const draw = drawFrom(SEED);
  const staff = staffFrom(draw);
  const sold = soldFrom(draw);
  const needs = needsFrom(draw, sold, staff);
  const internal = sold.filter(({ kind }) => kind === "internal");
  const bookings = bookingsFrom(draw, needs, staff, internal);
  const drawn = {
    Settings: settings(WEEKS),
    People: peopleRows(draw, staff),
    Skills: skillRows(staff),
    Engagements: engagementRows(draw, sold, staff),
    Demand: [...demandRows(draw, needs), CERTIFIED_DEMAND],
    Allocations: allocationRows(draw, bookings),
    Support: supportRows(draw, needs),
    Leave: leaveRows(draw, staff),
    Holidays: holidaysOf(["Chicago", "Austin", "Bengaluru", "Pune", "Singapore"]),
    Scenarios: FIRM_SCENARIOS,
  };
  const booked = withoutAway(drawn.Allocations, staff, drawn.Leave, drawn.Holidays);
  const Tickets = ticketRows(drawn.Support);
  const past = {
    Actuals: actualRows(drawn.People, booked),
    Milestones: milestoneRows(drawn.Engagements),
  };
  return { ...drawn, ...past, Tickets, Allocations: [...booked, CERTIFIED_BOOKING, ...placeholderRows(sold)] };
}
