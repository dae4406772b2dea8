import { type Problem, severityOf } from "../problems.ts";
import { withSupport } from "../scenario/with-support.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { weekday } from "./calendar.ts";
import { checkClockHours } from "./check-clock-hours.ts";
import { checkDaysOff, checkNeedsOff } from "./check-days-off.ts";
import { checkDelivered } from "./check-delivered.ts";
import { checkFit } from "./check-fit.ts";
import { checkHeld, checkHolidayPlaces } from "./check-held.ts";
import { checkAsOf } from "./check-logged.ts";
import { checkLost } from "./check-lost.ts";
import { checkSwapped, checkYears } from "./check-slips.ts";
import { checkStates } from "./check-states.ts";
import { leaveOutStrayTakes } from "./check-taken.ts";
import { checkTickets } from "./check-tickets.ts";
import { checkVersions } from "./check-versions.ts";
import { type Findings, inOrder, note, orderOf } from "./findings.ts";
import { firstStated } from "./first-work.ts";
import { keptPlan } from "./lasting.ts";
import { leftOutTickets } from "./left-out-tickets.ts";
import { checkContracts, linkAllocations } from "./link-allocations.ts";
import { linkBooks, readBooks } from "./link-books.ts";
import { linkEngagements } from "./link-engagements.ts";
import { linkHolidays, linkLeave } from "./link-leave.ts";
import { checkMilestones, linkMilestones } from "./link-milestones.ts";
import { linkNeeds } from "./link-needs.ts";
import { linkPeople } from "./link-people.ts";
import { linkScenarios } from "./link-scenarios.ts";
import { linkSkills } from "./link-skills.ts";
import { linkSnapshots } from "./link-snapshots.ts";
import { linkTickets } from "./link-tickets.ts";
import type { Plan } from "./plan.ts";
import { readTable } from "./read-table.ts";
import { newNumbering } from "./reader.ts";
import { noneUsed } from "./references.ts";
import { checkPeriods } from "./row-rules.ts";
import { accountOf, type Rows } from "./rows.ts";
import { settingSpot, settingsIn } from "./settings.ts";
import { SNAPSHOTS } from "./snapshot-table.ts";
import { type Known, partsOf, type Source } from "./sources.ts";
import type { Columns, Table } from "./table.ts";
import {
  ALLOCATIONS,
  DEMAND,
  ENGAGEMENTS,
  HOLIDAYS,
  LEAVE,
  MILESTONES,
  PEOPLE,
  SCENARIOS,
  SETTINGS,
  SKILLS,
  SUPPORT,
  TICKETS,
} from "./tables.ts";

export type { Known, Source } from "./sources.ts";

/**
 * The plan in some ranges: every table read, linked and cross-checked. A bad row is left out and said so in `problems`;
 * only ranges that are no tables at all are thrown, all together.
 */
export const readPlan = (sources: readonly Source[], known: Known = {}): Plan =>
  keptPlan(sources, known, () => readAnew(sources, known));

function readAnew(sources: readonly Source[], known: Known): Plan {
  const { parts, problems: misfits } = partsOf(sources, known);
  const numbering = newNumbering();
  const findings: Findings = { found: [] };
  for (const problem of misfits) note(findings, problem, orderOf(problem.at[0]?.table ?? "", 0, 0));
  const rowsOf = <C extends Columns>(table: Table<C>): Rows<C> => readTable(table, parts, numbering, findings);

  const settingRows = rowsOf(SETTINGS);
  const people = rowsOf(PEOPLE);
  const skillRows = rowsOf(SKILLS);
  const engagementRows = rowsOf(ENGAGEMENTS);
  const demand = rowsOf(DEMAND);
  const allocationRows = rowsOf(ALLOCATIONS);
  const support = rowsOf(SUPPORT);
  const ticketRows = rowsOf(TICKETS);
  const leaveRows = rowsOf(LEAVE);
  const holidays = rowsOf(HOLIDAYS);
  const milestoneRows = rowsOf(MILESTONES);
  // What only a scenario names is not in the plan.
  const whatIf = newNumbering();
  const scenarioRows = readTable(SCENARIOS, parts, whatIf, findings);
  const books = readBooks(parts, findings);
  // So is what only history names.
  const past = newNumbering();
  const snapshotRows = readTable(SNAPSHOTS, parts, past, findings);
  const all: readonly Rows[] = [
    settingRows,
    people,
    skillRows,
    engagementRows,
    demand,
    allocationRows,
    support,
    ticketRows,
    leaveRows,
    holidays,
    scenarioRows,
    ...books.all,
    snapshotRows,
    milestoneRows,
  ];
  for (const rows of [demand, support, allocationRows, leaveRows]) checkStates(rows, findings);
  checkVersions(allocationRows, findings);
  for (const rows of all) checkPeriods(rows, findings);

  const settings = settingsIn(settingRows, numbering.names.setting.texts, findings);
  const locations = noneUsed(numbering.names.location);
  const skills = noneUsed(numbering.names.skill);
  const linked = linkPeople(people, numbering, settings, locations, findings);
  const everybody = linkSkills(linked, people, skillRows, numbering, skills, findings);
  const engagements = linkEngagements(engagementRows, numbering, findings);
  const links = { numbering, settings, engagements, skills, locations, findings };
  const needs = linkNeeds(demand, support, links);
  const allocations = linkAllocations(allocationRows, linked, links);
  const tickets = linkTickets(ticketRows, needs, links, firstAsked(known, { needs, allocations }));
  const places = linkHolidays(holidays, locations);
  const leave = linkLeave(leaveRows, linked, places, findings);
  const named = { numbering, settings, linked, engagements, needs, skills: skills.texts, findings };
  const own = numbering.names.engagement.texts;
  const effort = [demand, support, allocationRows].map((rows) => ({ rows, texts: own }));
  leaveOutStrayTakes(snapshotRows, findings);
  const lastTaken = snapshotRows.columns.taken.reduce((a, b) => Math.max(a, b), 0);
  const unread = leftOutTickets(ticketRows, tickets, engagements.engagements, own, findings);
  const times = { ...linked, ...engagements, locations: places, leave };
  const beside = { effort, unread, lastTaken, times };
  const { actuals, money } = linkBooks(books, { ...named, peopleRows: people, engagementRows, ...beside });
  const snapshots = linkSnapshots(snapshotRows, {
    past,
    people: everybody,
    engagements: engagements.engagements,
    skills: skills.texts,
    findings,
  });
  const come = { asOf: settings.asOf, logged: actuals.day.subarray(0, actuals.length), lastTaken };
  const milestones = linkMilestones(milestoneRows, numbering.names.milestone, engagements, come, findings);
  const directories = { people: linked.directory, engagements: engagements.directory };
  const holders = { rows: people, people: everybody, skills, numbering };
  const warn = () => {
    for (const rows of all) checkClockHours(rows, findings);
    checkContracts(allocationRows, linked, people, findings);
    checkContracts(leaveRows, linked, people, findings);
    checkFit(allocationRows, everybody, engagements.engagements, needs, directories, skills, findings);
    checkDaysOff(allocationRows, times, directories, findings);
    for (const rows of [demand, support]) checkNeedsOff(rows, times, directories, locations, findings);
    checkHeld([demand, support, ticketRows], holders, findings);
    checkTickets(ticketRows, tickets, needs, settings, findings);
    checkAsOf(settingSpot(settingRows, numbering.names.setting.texts, "asOf"), actuals, settings.asOf, findings);
    checkMilestones(milestoneRows, settings.asOf, findings);
    checkDelivered(milestoneRows, findings);
    const lastPast = settings.asOf ?? come.logged.reduce((a, b) => Math.max(a, b), 0);
    checkLost(engagementRows, engagements, allocations, lastPast, findings);
    checkHolidayPlaces(holidays, holders, findings);
    for (const rows of [demand, allocationRows, support, leaveRows]) checkYears(rows, findings);
    for (const rows of [allocationRows, leaveRows]) checkSwapped(rows, findings);
    return inOrder(findings);
  };
  let problems: readonly Problem[] | null = null;
  const given = all.filter((rows) => rows.parts.length > 0);
  const base = {
    settings,
    people: everybody,
    contracts: linked.contracts,
    skills: skills.texts,
    locations: places,
    engagements: engagements.engagements,
    needs,
    allocations,
    leave,
    tickets,
    actuals,
    snapshots,
    milestones,
    money,
    barred: [],
    given: new Set(given.map((rows) => rows.table.name)),
  };
  const untried = withSupport({ ...base, scenarios: [], errors: [], problems: [], accounts: [] });
  const scenarios = linkScenarios(scenarioRows, whatIf, untried, findings);
  return {
    ...base,
    engagements: untried.engagements,
    needs: untried.needs,
    scenarios,
    errors: inOrder(findings).filter((problem) => severityOf(problem) === "error"),
    get problems() {
      problems ??= warn();
      return problems;
    },
    accounts: given.map(accountOf),
  };
}

/** The first day that figures are wanted for: of a formula its From, of sheets the Monday of their first week. */
function firstAsked({ period }: Known, stated: Pick<Plan, "needs" | "allocations">): DayNumber | null {
  const first = period?.from ?? firstStated(stated);
  return period !== undefined || first === null ? first : plusDays(first, -weekday(first));
}
