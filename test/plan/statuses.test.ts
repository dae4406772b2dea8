import { expect, test } from "vitest";
import { type BookingState, bookingState } from "../../core/plan/booking-states.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day } from "../support/plan.ts";

test.each<[BookingState, string]>([
  [
    "off",
    "Cancelled|Canceled|CANCELLED|Cancelled by client|Rejected|Declined|Lost|Deleted|Closed – lost|Not approved|Storniert|Abgelehnt|Annulé|Annulée|Refusé|Avbokad|Avslagen|Inställd|Afvist|Aflyst|Zrušeno|Zamítnuto|Rechazado|Cancelada|Anulado",
  ],
  [
    "tentative",
    "Tentative|Pending|Requested|On hold|Awaiting approval|Not yet approved|Vorläufig|Beantragt|En attente|Provisoire|Preliminär|Foreløbig|Předběžné|Čeká na schválení|Pendiente",
  ],
  [
    "firm",
    "Confirmed|Approved|Booked|Planned|In progress|Completed|Closed|Bestätigt|Genehmigt|Confirmé|Approuvée|Bekräftad|Godkendt|Schváleno|Aprobado",
  ],
  ["unknown", "Gate 3|Cancellation requested|Red|7|Ann Lee|Lostwithiel"],
])("%s", (state, words) => {
  for (const word of words.split("|")) expect(bookingState(word), word).toBe(state);
});
test("a blank status says nothing", () => {
  expect([null, "", " ", "-"].map(bookingState)).toEqual([null, null, null, null]);
});

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const [FIRST, LAST] = [day("2026-01-05"), day("2026-01-09")];
const told = ({ problems }: Plan) => problems.map(({ code, value, at }) => `${code} ${at[0]!.row} ${value}`);
const account = ({ accounts }: Plan, name: string) => accounts.find(({ table }) => table === name);

test("a booking whose status says that it is off counts nowhere, row by row", () => {
  const heads = ["Person", "Engagement", "Start", "End", "Hours a week", "Status"];
  const row = (name: string, hours: number, status: string | null) => [name, "Alpha", FIRST, LAST, hours, status];
  const cells = [
    heads,
    row("Ann", 20, "Confirmed"),
    row("Bob", 20, "Cancelled"),
    row("Bob", 7, "Storniert"),
    row("Bob", 3, null),
    row("Bob", 5, "Pending"),
    row("Ann", 4, "Pending"),
    row("Ann", 2, "Gate 3"),
    [],
  ];
  const plan = readPlan([{ cells: PEOPLE }, { cells }]);
  expect(Array.from(plan.allocations.amount, (minutes) => minutes / 60)).toEqual([20, 3, 5, 4, 2]);
  expect(told(plan)).toEqual(["HR-316 3 Cancelled", "HR-316 4 Storniert", "HR-317 6 Pending", "HR-317 8 Gate 3"]);
  expect(plan.problems[2]!.why).toContain("(2 rows)");
  expect(account(plan, "Allocations")).toEqual({ table: "Allocations", read: 8, used: 5, excluded: 2, blank: 1 });
});

test("leave and needs with such a status count nowhere either", () => {
  const leave = [
    ["Person", "From", "To", "Kind", "Status"],
    ["Ann", FIRST, LAST, "Vacation", "Approved"],
    ["Bob", FIRST, LAST, "Vacation", "Rejected"],
    ["Bob", LAST, LAST, "Vacation", "Requested"],
  ];
  const demand = [
    ["Engagement", "Role", "From", "To", "Hours a week", "Status"],
    ["Alpha", "Dev", FIRST, LAST, 20, "Lost"],
    ["Alpha", "Dev", FIRST, LAST, 10, "Open"],
  ];
  const plan = readPlan([{ cells: PEOPLE }, { cells: leave }, { cells: demand }]);
  expect([plan.leave.length, plan.needs.length]).toEqual([2, 1]);
  const said = told(plan).filter((one) => /^HR-31[67]/.test(one));
  expect(said).toEqual(["HR-316 2 Lost", "HR-316 3 Rejected", "HR-317 4 Requested"]);
  expect(account(plan, "Leave")).toEqual({ table: "Leave", read: 3, used: 2, excluded: 1, blank: 0 });
});
