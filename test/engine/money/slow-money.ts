import { DECIMALS, FIRST, type Firm } from "./random-firm.ts";

/** Revenue and cost of an engagement on a day, in minor units of the plan's currency; null: not known. */
export interface DayMoney {
  readonly revenue: bigint | null;
  readonly cost: bigint | null;
}

interface Work {
  readonly line: string;
  readonly on: string;
  readonly who: string | null;
  readonly skill: string;
  readonly role: string;
  readonly billable: boolean;
  readonly minutes: number;
}

/** The day whose rates price the work of an engagement on a day. */
type At = (on: string, day: number) => number | null;

/** First and last day that the slow sums look at: every random firm lies within. */
export const BEGIN = FIRST - 31;
const END = FIRST + 120;
const MONTHS = Array.from({ length: END - BEGIN + 63 }, (_, i) =>
  new Date((BEGIN - 31 + i - 25569) * 86_400_000).toISOString().slice(0, 7),
);

export const isWeekend = (day: number) => (day + 5) % 7 > 4;
/** "2026-01" of a day number. */
export const monthOf = (day: number): string => MONTHS[day - BEGIN + 31]!;

/**
 * All money of a firm, written down again as slowly as it is told: day by day, line by line, with whole fractions of any size. `at`
 * and `planned` give the baseline of a bridge: what was planned, at the rates of the day that `at` says (null: its own).
 */
export function slowMoney(
  firm: Firm,
  sight: { readonly planned: boolean; readonly at: At } = { planned: false, at: () => null },
) {
  const worked = firm.asOf ?? Math.max(0, ...firm.actuals.map(({ day }) => day));
  const days = Array.from({ length: END - BEGIN + 1 }, (_, i) => BEGIN + i);
  const work = new Map(
    days.map((day) => [day, sight.planned ? baselineOn(firm, day, worked) : workOn(firm, day, worked)]),
  );
  const undone = new Set<string>();
  if (!sight.planned)
    for (const { on, to, late } of lateWork(firm, worked, days))
      if (to <= worked) undone.add(on);
      else work.set(worked + 1, [...work.get(worked + 1)!, late]);
  const found = new Map<string, Map<number, DayMoney>>();
  for (const { name } of firm.engagements) {
    const own = new Map<number, DayMoney>();
    const running = new Map<
      string,
      { exact: [bigint, bigint]; paid: bigint; month: string; stretch: [string, bigint, bigint]; order: string }
    >();
    for (const day of days) {
      const sums: { revenue: bigint | null; cost: bigint | null } = { revenue: 0n, cost: 0n };
      const mine = work.get(day)!.filter(({ on }) => on === name);
      const at = sight.at(name, day);
      const overage = overageOn(firm, name, monthOf(day), work);
      for (const side of ["revenue", "cost"] as const) {
        const isShared = side === "revenue" && overage !== null;
        const touched = new Set<string>();
        for (const one of mine) {
          const isFree = isShared && overage.beyond === 0n;
          const bill = isFree ? FREE : billOf(firm, one, day, at);
          const rate = side === "revenue" ? bill : costOf(firm, one, day, at);
          if (rate === null) sums[side] = null;
          else if (rate.minor > 0n) {
            const key = [side, one.line, rate.currency].join();
            const old = running.get(key);
            const fresh = {
              exact: [0n, 60n] as [bigint, bigint],
              paid: 0n,
              month: monthOf(day),
              stretch: ["", 0n, 0n] as [string, bigint, bigint],
              // People by name, then open work by what it asks for, then as its rows stand.
              order: one.who === null ? `1${one.role}\n${one.skill}\n${one.line}` : `0${one.who}`,
            };
            const account = old?.month === monthOf(day) ? old : fresh;
            account.exact[0] += BigInt(one.minutes) * rate.minor;
            running.set(key, account);
            touched.add(key);
          }
        }
        const earlier = new Map<string, bigint>();
        const ofMonth = [...running].filter(([key, { month }]) => key.startsWith(side) && month === monthOf(day));
        const inTurn = ofMonth.sort(([, a], [, b]) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
        for (const key of isShared ? inTurn.map(([key]) => key) : touched) {
          const account = running.get(key)!;
          const currency = key.split(",").pop()!;
          const before = earlier.get(currency) ?? 0n;
          earlier.set(currency, before + account.exact[0]);
          const upTo = (sum: bigint) => halfAway(sum * overage!.beyond, 60n * overage!.whole);
          const now = isShared
            ? upTo(before + account.exact[0]) - upTo(before)
            : halfAway(account.exact[0], account.exact[1]);
          const grown = inPlan(firm, now - account.paid, currency, day, at, account.stretch);
          account.paid = now;
          if (grown === null && touched.has(key)) sums[side] = null;
          else if (grown !== null && sums[side] !== null) sums[side]! += grown;
        }
      }
      own.set(day, sums);
    }
    found.set(name, own);
  }
  for (const fee of firm.fees) addFee(firm, fee, work, days, found.get(fee.on)!, sight.planned, undone.has(fee.on));
  return found;
}

/** Billable minutes of a month, and those beyond what retainers include of it; null where none says. */
function overageOn(
  { fees, engagements }: Firm,
  name: string,
  month: string,
  work: ReadonlyMap<number, readonly Work[]>,
): { readonly whole: bigint; readonly beyond: bigint } | null {
  const own = fees.filter(({ on, included }) => on === name && included !== null);
  if (own.length === 0) return null;
  const { status } = engagements.find((one) => one.name === name)!;
  const days = [...work.keys()].filter((day) => monthOf(day) === month);
  const whole = days.reduce(
    (sum, day) =>
      sum +
      work
        .get(day)!
        .filter(({ on, billable }) => on === name && billable)
        .reduce((all, { minutes }) => all + minutes, 0),
    0,
  );
  const length = BigInt(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate());
  const included = own.reduce((sum, one) => {
    const its = status === "tentative" ? halfAway(BigInt(one.included!), 2n) : BigInt(one.included!);
    // What is lost pays no retainer, so that it includes nothing.
    if (status === "lost") return sum;
    const held = days.filter((day) => day >= one.from && day <= one.to).length;
    return sum + halfAway(its * BigInt(held), length);
  }, 0n);
  const beyond = BigInt(whole) - included;
  return { whole: BigInt(whole), beyond: beyond < 0n ? 0n : beyond };
}

/** What people logged; on days on which they logged nothing, and for everybody after the last worked day, the plan. */
function workOn(firm: Firm, day: number, worked: number): readonly Work[] {
  const planned = plannedOn(firm, day, worked);
  if (day > worked) return planned;
  const logged = new Set(firm.actuals.filter((one) => one.day === day).map(({ who }) => who));
  return [...planned.filter(({ who }) => who !== null && !logged.has(who)), ...logsOn(firm, day)];
}

const logsOn = (firm: Firm, at: number): readonly Work[] =>
  firm.actuals
    .filter(({ day, minutes }) => day === at && minutes > 0)
    .map(({ who, on, minutes, billable }) => {
      const skills = new Set(firm.bookings.filter((one) => one.who === who && one.on === on).map(({ skill }) => skill));
      const skill = skills.size === 1 ? [...skills][0]! : "";
      return { line: `${on} ${who}`, on, who, skill, role: "", billable, minutes };
    });

/** Of each fixed fee's work what nobody is booked on and nobody did beyond bookings by the last worked day; `to`: its last day. */
function lateWork(firm: Firm, worked: number, days: readonly number[]) {
  const past = days.filter((day) => day <= worked);
  return firm.engagements.flatMap(({ name: on, kind, status }) => {
    const fixed = firm.fees.filter((fee) => fee.on === on && fee.kind === "fixed fee");
    if (fixed.length === 0 || status === "done") return [];
    const booked = firm.bookings.filter((one) => one.on === on);
    const needed = firm.needs.filter((one) => one.on === on);
    const own = (all: readonly Work[]) => all.filter((one) => one.on === on);
    const planned = past.flatMap((day) => own(plannedOn(firm, day, worked)));
    const done = past.flatMap((day) => own(workOn(firm, day, worked)));
    const sum = (all: readonly Work[]) => all.reduce((minutes, one) => minutes + one.minutes, 0);
    const open = planned.filter(({ who }) => who === null);
    const left = [...new Set(open.map(({ skill, role }) => `${skill}\t${role}`))].sort().map((key) => {
      const [skill, role] = key.split("\t") as [string, string];
      return { skill, role, minutes: sum(open.filter((one) => one.skill === skill && one.role === role)) };
    });
    const take = (minutes: number, from: typeof left) => {
      for (let rest = minutes; rest > 0; rest--) {
        const one = from.find(({ minutes: more }) => more > 0);
        if (one === undefined) return;
        one.minutes--;
      }
    };
    const beyond = firm.people.map(({ name }) => {
      const skills = [...new Set(booked.filter(({ who }) => who === name).map(({ skill }) => skill))];
      const of = (all: readonly Work[]) => sum(all.filter(({ who }) => who === name));
      return { skill: skills.length === 1 ? skills[0]! : "", minutes: of(done) - of(planned) };
    });
    for (const { skill, minutes } of beyond)
      if (skill !== "")
        take(
          minutes,
          left.filter((one) => one.skill === skill),
        );
    for (const { skill, minutes } of beyond) if (skill === "") take(minutes, left);
    const to = Math.max(...[...booked, ...needed, ...fixed].map((one) => one.to));
    return left
      .filter(({ minutes }) => minutes > 0)
      .map(({ skill, role, minutes }) => {
        const line = `late ${on} ${skill} ${role}`;
        const late: Work = { line, on, who: null, skill, role, billable: kind === "fixed price", minutes };
        return { on, to, late };
      });
  });
}

/** Nobody does open work of a finished engagement any more, but it was planned. */
function plannedOn(firm: Firm, day: number, worked: number, isBaseline = false): readonly Work[] {
  if (isWeekend(day)) return [];
  const counts = (on: string, isOpen: boolean): number => {
    const { status } = firm.engagements.find(({ name }) => name === on)!;
    if (status === "lost") return 0;
    if (status === "done") return isOpen ? (isBaseline ? 1 : 0) : worked > 0 && day > worked ? 0 : 1;
    return status === "tentative" ? 0.5 : 1;
  };
  return [
    ...firm.bookings.flatMap((one, i): Work[] => {
      if (day < one.from || day > one.to) return [];
      const line = one.who === null ? `placeholder ${i}` : `${one.on} ${one.who}`;
      return [
        {
          line,
          on: one.on,
          who: one.who,
          skill: one.skill,
          role: "",
          billable: one.billable,
          minutes: one.minutes * counts(one.on, one.who === null),
        },
      ];
    }),
    ...firm.needs.flatMap((one, i): Work[] => {
      if (day < one.from || day > one.to) return [];
      const { kind } = firm.engagements.find(({ name }) => name === one.on)!;
      const billable = kind !== "internal";
      return [
        {
          line: `need ${i}`,
          on: one.on,
          who: null,
          skill: one.skill,
          role: one.role,
          billable,
          minutes: one.minutes * counts(one.on, true),
        },
      ];
    }),
  ].filter(({ minutes }) => minutes > 0);
}

/** The plan at the rates of each engagement's first planned day from one day to another: where a bridge begins. */
export function slowBaseline(firm: Firm, from: number, to: number) {
  const first = (on: string): number | null => {
    const days = rowsOf(firm, on)
      .filter((row) => row.to >= from && row.from <= to)
      .map((row) => Math.max(row.from, from));
    return days.length === 0 ? null : Math.min(...days);
  };
  return slowMoney(firm, { planned: true, at: (on, day) => (day < startOf(firm, on) ? null : first(on)) });
}

const rowsOf = (firm: Firm, name: string) =>
  [...firm.bookings, ...firm.needs].filter(({ on, minutes }) => on === name && minutes > 0);
const startOf = (firm: Firm, on: string): number => Math.min(...rowsOf(firm, on).map(({ from }) => from));

/** What was planned, and what was logged before anything of its engagement was. */
const baselineOn = (firm: Firm, day: number, worked: number): readonly Work[] => [
  ...plannedOn(firm, day, 0, true),
  ...(day > worked ? [] : logsOn(firm, day)).filter(({ on }) => day < startOf(firm, on) && rowsOf(firm, on).length > 0),
];

const roleOf = (firm: Firm, one: Work, day: number): string =>
  one.who === null
    ? one.role
    : firm.people
        .find(({ name }) => name === one.who)!
        .roles.filter(({ from }) => from <= day)
        .sort((a, b) => b.from - a.from)[0]!.role;

interface Rate {
  readonly minor: bigint;
  readonly currency: string;
}
const FREE: Rate = { minor: 0n, currency: "" };
const minorOf = (amount: number, currency: string): bigint => BigInt(Math.round(amount * 10 ** DECIMALS[currency]!));

function billOf(firm: Firm, one: Work, day: number, at: number | null): Rate | null {
  const { kind, client } = firm.engagements.find(({ name }) => name === one.on)!;
  if (!one.billable || kind === "internal") return FREE;
  const isPaid = firm.fees.some(
    ({ on, kind: what }) => on === one.on && (what === "fixed fee" || what === "monthly retainer"),
  );
  const find = (person: string, role: string, asOn: number): Rate | null => {
    const fits = firm.rates.filter(
      (rate) =>
        rate.from <= asOn &&
        (rate.engagement === "" || rate.engagement === one.on) &&
        (rate.client === "" || rate.client === client) &&
        (rate.person === "" || rate.person === person) &&
        (rate.skill === "" || rate.skill === one.skill) &&
        (rate.role === "" || rate.role === role) &&
        (kind !== "managed service" || rate.engagement === one.on),
    );
    const rank = (rate: (typeof fits)[number]) =>
      [rate.engagement, rate.client, rate.person, rate.skill, rate.role].reduce(
        (sum, key, i) => sum + (key === "" ? 0 : 2 ** (4 - i)),
        0,
      );
    const best = fits.sort((a, b) => rank(b) - rank(a) || b.from - a.from)[0];
    return best ? { minor: minorOf(best.rate, best.currency), currency: best.currency } : null;
  };
  const role = roleOf(firm, one, day);
  const on = (asOn: number): Rate | null => {
    const rate = kind === "fixed price" ? null : find(one.who ?? "", role, asOn);
    if (rate !== null) return rate;
    if (kind !== "time and materials") return isPaid ? FREE : null;
    return one.who === null && role === ""
      ? average(firm, one.skill, asOn, true, (who, as) => find(who, as, asOn))
      : null;
  };
  return at === null ? on(day) : (on(at) ?? on(day));
}

function costOf(firm: Firm, one: Work, day: number, at: number | null): Rate | null {
  const find = (person: string, role: string, asOn: number): Rate | null => {
    const own = firm.costs.filter((cost) => cost.person !== "" && cost.person === person && cost.from <= asOn);
    const as = firm.costs.filter((cost) => cost.person === "" && cost.role === role && cost.from <= asOn);
    const best = [own, as]
      .map((list) => [...list].sort((a, b) => b.from - a.from)[0])
      .find((cost) => cost !== undefined);
    return best ? { minor: minorOf(best.rate, best.currency), currency: best.currency } : null;
  };
  const role = roleOf(firm, one, day);
  const on = (asOn: number): Rate | null =>
    find(one.who ?? "", role, asOn) ??
    (one.who === null && role === "" ? average(firm, one.skill, asOn, false, (who, as) => find(who, as, asOn)) : null);
  return at === null ? on(day) : (on(at) ?? on(day));
}

/** Of those who are there on the day; everybody works 40 hours, so that contract hours weigh the same. One unknown rate, and nobody knows the average. */
function average(
  firm: Firm,
  skill: string,
  day: number,
  isBill: boolean,
  find: (who: string, role: string) => Rate | null,
): Rate | null {
  let [sum, count] = [0n, 0n];
  const there = [
    ...firm.people.map(({ name, roles, skill }) => {
      const { role } = roles.filter(({ from }) => from <= day).sort((a, b) => b.from - a.from)[0]!;
      return { name, role, skill };
    }),
    ...firm.passing.filter(({ from, to }) => from <= day && (to === null || day <= to)),
  ];
  for (const person of there) {
    if (skill !== "" && person.skill !== skill) continue;
    const rate = find(person.name, person.role);
    if (!rate && skill === "" && isBill) continue;
    const worth = rate && exchangeOn(firm, rate.currency, day);
    if (!rate || !worth) return null;
    sum += halfAway(rate.minor * worth[0], worth[1]);
    count += 1n;
  }
  return count === 0n ? null : { minor: halfAway(sum, count), currency: firm.currency };
}

function exchangeOn(firm: Firm, currency: string, day: number): readonly [bigint, bigint] | null {
  if (currency === firm.currency) return [1n, 1n];
  const row = firm.exchange
    .filter((one) => one.currency === currency && one.from <= day)
    .sort((a, b) => b.from - a.from)[0];
  if (row === undefined) return null;
  const [from, to] = [DECIMALS[currency]!, DECIMALS[firm.currency]!];
  return [BigInt(row.billionths) * 10n ** BigInt(to), 1_000_000_000n * 10n ** BigInt(from)];
}

/** `stretch` holds which exchange rate holds, how much has come in under it, and what that is worth. */
function inPlan(
  firm: Firm,
  by: bigint,
  currency: string,
  day: number,
  at: number | null,
  stretch: [string, bigint, bigint],
): bigint | null {
  if (by === 0n) return 0n;
  const worth = (at === null ? null : exchangeOn(firm, currency, at)) ?? exchangeOn(firm, currency, day);
  if (worth === null) return null;
  if (stretch[0] !== worth.join()) [stretch[0], stretch[1], stretch[2]] = [worth.join(), 0n, 0n];
  stretch[1] += by;
  const now = halfAway(stretch[1] * worth[0], worth[1]);
  const grown = now - stretch[2];
  stretch[2] = now;
  return grown;
}

function addFee(
  firm: Firm,
  fee: Firm["fees"][number],
  work: ReadonlyMap<number, readonly Work[]>,
  days: readonly number[],
  into: Map<number, DayMoney>,
  isBaseline: boolean,
  isUndone: boolean,
): void {
  if (isBaseline && (fee.kind === "change order" || fee.kind === "write-off")) return;
  const { status } = firm.engagements.find(({ name }) => name === fee.on)!;
  if (status === "lost") return;
  const whole = minorOf(fee.amount, fee.currency);
  const amount = status === "tentative" ? halfAway(whole, 2n) : whole;
  const hasFixed = firm.fees.some(({ on, kind }) => on === fee.on && kind === "fixed fee");
  const minutesOn = (day: number) =>
    BigInt(
      work
        .get(day)!
        .filter(({ on }) => on === fee.on)
        .reduce((sum, one) => sum + one.minutes, 0),
    );
  const all = days.reduce((sum, day) => sum + minutesOn(day), 0n);
  const byProgress = fee.kind === "fixed fee" || (fee.kind === "change order" && hasFixed);
  const stretch: [string, bigint, bigint] = ["", 0n, 0n];
  let done = 0n;
  let before = 0n;
  let paid = 0n;
  let month = "";
  for (const day of days) {
    done += minutesOn(day);
    let now: bigint | null;
    if (byProgress)
      now =
        all === 0n || isUndone
          ? null
          : fee.kind === "change order" && day < fee.from
            ? 0n
            : halfAway(amount * done, all);
    else if (fee.kind === "monthly retainer") {
      if (monthOf(day) !== month) {
        before = paid = 0n;
        [stretch[0], stretch[1], stretch[2]] = ["", 0n, 0n];
      }
      month = monthOf(day);
      if (day >= fee.from && day <= fee.to) paid += 1n;
      now = halfAway(amount * paid, BigInt(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate()));
    } else now = day >= fee.from ? amount : 0n;
    const side = fee.kind === "expense" ? "cost" : "revenue";
    const old = into.get(day)!;
    let grown: bigint | null = 0n;
    if (now === null) grown = (day >= fee.from && day <= fee.to) || (isUndone && minutesOn(day) > 0n) ? null : 0n;
    else {
      grown = inPlan(firm, now - before, fee.currency, day, null, stretch);
      before = now;
    }
    const sign = fee.kind === "write-off" ? -1n : 1n;
    into.set(day, { ...old, [side]: grown === null || old[side] === null ? null : old[side]! + sign * grown });
  }
}

/** Rounded half away from zero. */
export function halfAway(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
