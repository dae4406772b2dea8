import type { Counted } from "../../core/engine/counted.ts";
import { type Contract, EFFORT, type Need, type Plan } from "../../core/plan/plan.ts";
import { daysOf, MILLION, mondayOf, type Part, remembered, running, sum, weekdayOf } from "./slow-running.ts";

/** Decision 0005 said day by day and slowly, with big integers and objects, as plainly as it can be said. */
export interface SlowDays {
  readonly contracted: ByDay;
  readonly capacity: ByDay;
  readonly target: ByDay;
  readonly limit: ByDay;
  readonly pinned: ByDay;
  readonly billable: ByDay;
  readonly free: ByDay;
  readonly overload: ByDay;
  /** By allocation, and by need. */
  readonly effort: ByDay;
  readonly asked: ByDay;
  readonly holds: (contract: number, day: number) => boolean;
}
type ByDay = (row: number, day: number) => number;

export function slowDays(plan: Plan, counted: Counted): SlowDays {
  const { contracts, people, engagements, needs, allocations: rows, leave, locations, settings, actuals } = plan;

  const likely = (odds: number, how: Counted["pipeline"]): bigint => {
    if (how === "odds") return BigInt(odds);
    if (how === "all") return MILLION;
    if (how === "none") return 0n;
    return odds >= how.from ? MILLION : 0n;
  };
  const hireOdds = (contract: Contract) =>
    contract.kind === "planned hire" ? likely(contract.odds, counted.hires) : MILLION;
  const workOdds = (number: number): bigint => {
    const { status, odds } = engagements[number]!;
    if (status === "confirmed" || status === "done") return MILLION;
    return status === "tentative" ? likely(odds ?? 1_000_000, counted.pipeline) : 0n;
  };

  const lastLog = actuals.length > 0 ? Math.max(...actuals.day) : -1;
  const before = settings.horizonFrom === null ? -1 : settings.horizonFrom - 1;
  const past = settings.asOf ?? (lastLog > 0 ? lastLog : before);
  const isOver = (engagement: number, day: number) => engagements[engagement]!.status === "done" && day > past;

  const holds = (number: number, day: number) => contracts[number]!.from <= day && day <= contracts[number]!.to;
  const rampUp = ({ from, rampUpWeeks }: Contract, day: number): Part => {
    const week = Math.floor((day - from) / 7) + 1;
    if (rampUpWeeks === 0 || week > rampUpWeeks) return [1n, 1n];
    return [BigInt(Math.max(0, week)), BigInt(rampUpWeeks + 1)];
  };
  const asCounted = (contract: Contract, day: number, minutes: number): Part => {
    const [top, bottom] = rampUp(contract, day);
    return [BigInt(minutes) * hireOdds(contract) * top, MILLION * bottom];
  };
  const present = (contract: Contract, day: number) => {
    if (locations[contract.location]!.holidays.some((holiday) => holiday === day)) return 0;
    let minutes = contract.weekdays[weekdayOf(day)]!;
    for (let row = 0; row < leave.length; row++) {
      const away = leave.person[row] === contract.person && leave.from[row]! <= day && day <= leave.to[row]!;
      if (away) minutes -= leave.minutes[row]! < 0 ? minutes : leave.minutes[row]!;
      minutes = Math.max(0, minutes);
    }
    return minutes;
  };
  /** As if the contract held all week. */
  const weekCapacity = remembered((number, day) => {
    const contract = contracts[number]!;
    return running(mondayOf(day), day, (one) => asCounted(contract, one, present(contract, one)));
  });
  const onContract = (answer: (number: number, day: number) => number) =>
    remembered((number, day) => (holds(number, day) ? answer(number, day) : 0));

  const contracted = onContract((number, day) => {
    const contract = contracts[number]!;
    return running(mondayOf(day), day, (one) => asCounted(contract, one, contract.weekdays[weekdayOf(one)]!));
  });
  const capacity = onContract(weekCapacity);
  const target = onContract((number, day) =>
    running(mondayOf(day), day, (one) => [
      BigInt(weekCapacity(number, one)) * BigInt(contracts[number]!.target),
      MILLION,
    ]),
  );

  const contractOn = (person: number, day: number) => people[person]!.contracts.find((number) => holds(number, day));
  const works = (person: number, day: number) => {
    const number = contractOn(person, day);
    return number === undefined ? 0 : capacity(number, day);
  };

  const runs = (row: number, day: number) => rows.from[row]! <= day && day <= rows.to[row]!;
  const effort = remembered((row, day) => {
    if (!runs(row, day) || isOver(rows.engagement[row]!, day)) return 0;
    const person = rows.person[row]!;
    return person < 0 ? placeholderEffort(row, day) : namedEffort(row, person, day);
  });
  const namedEffort = (row: number, person: number, day: number): number => {
    const number = contractOn(person, day);
    if (number === undefined || capacity(number, day) === 0) return 0;
    const amount = BigInt(rows.amount[row]!);
    const odds = workOdds(rows.engagement[row]!);
    const { weekdays } = contracts[number]!;
    const week = BigInt(sum(weekdays));
    const onWorkday = (one: number, part: Part): Part => (weekCapacity(number, one) > 0 ? part : [0n, 1n]);
    if (rows.per[row] === EFFORT.day) {
      return running(mondayOf(day), day, (one) => onWorkday(one, [amount * odds, MILLION]));
    }
    if (rows.per[row] === EFFORT.week) {
      return running(mondayOf(day), day, (one) =>
        onWorkday(one, [amount * BigInt(weekdays[weekdayOf(one)]!) * odds, week * MILLION]),
      );
    }
    if (rows.per[row] === EFFORT.share) {
      return running(mondayOf(day), day, (one) => [
        BigInt(weekCapacity(number, one)) * amount * odds,
        MILLION * MILLION,
      ]);
    }
    const days = { from: rows.from[row]!, to: rows.to[row]! };
    const all = BigInt(sum(daysOf(days).map((one) => works(person, one))));
    return running(days.from, day, (one) => [BigInt(works(person, one)) * amount * odds, all * MILLION]);
  };

  const isWeekday = (day: number) => weekdayOf(day) < 5;
  const placeholderEffort = (row: number, day: number): number => {
    const amount = BigInt(rows.amount[row]!);
    const odds = workOdds(rows.engagement[row]!);
    const onWeekday = (one: number, part: Part): Part => (isWeekday(one) ? part : [0n, 1n]);
    if (rows.per[row] === EFFORT.total) {
      const days = { from: rows.from[row]!, to: rows.to[row]! };
      const count = BigInt(daysOf(days).filter(isWeekday).length);
      if (count === 0n) return 0;
      return running(days.from, day, (one) => onWeekday(one, [amount * odds, count * MILLION]));
    }
    const aDay: Part =
      rows.per[row] === EFFORT.day
        ? [amount * odds, MILLION]
        : rows.per[row] === EFFORT.week
          ? [amount * odds, 5n * MILLION]
          : [amount * BigInt(settings.fullTimeWeek) * odds, 5n * MILLION * MILLION];
    return running(mondayOf(day), day, (one) => onWeekday(one, aDay));
  };

  const pinnedIf = (counts: (row: number) => boolean) =>
    onContract((number, day) => {
      let minutes = 0;
      for (let row = 0; row < rows.length; row++) {
        if (rows.person[row] === contracts[number]!.person && counts(row)) minutes += effort(row, day);
      }
      return minutes;
    });
  const pinned = pinnedIf(() => true);
  const billable = pinnedIf((row) => rows.billable[row] === 1);
  const limit = counted.plan === "target" ? target : capacity;
  const free = onContract((number, day) => Math.max(0, limit(number, day) - pinned(number, day)));
  const overload = onContract((number, day) => Math.max(0, pinned(number, day) - capacity(number, day)));

  const runsOn = (need: Need, day: number) =>
    isWeekday(day) && (need.location < 0 || !locations[need.location]!.holidays.some((holiday) => holiday === day));
  const asked = remembered((number, day) => {
    const need = needs[number]!;
    if (day < need.from || day > need.to || isOver(need.engagement, day)) return 0;
    const odds = workOdds(need.engagement);
    const amount = BigInt(need.effort);
    if (need.per === EFFORT.week) {
      return running(mondayOf(day), day, (one) => (runsOn(need, one) ? [amount * odds, 5n * MILLION] : [0n, 1n]));
    }
    const days = daysOf(need).filter((one) => runsOn(need, one));
    const n = days.length;
    if (n === 0) return 0;
    const weights = { even: () => 1, front: (at: number) => n - at, back: (at: number) => at + 1 };
    const all = BigInt(sum(days.map((_, at) => weights[need.spread](at))));
    return running(need.from, day, (one) => {
      const at = days.indexOf(one as typeof need.from);
      return at < 0 ? [0n, 1n] : [BigInt(weights[need.spread](at)) * amount * odds, all * MILLION];
    });
  });

  return { contracted, capacity, target, limit, pinned, billable, free, overload, effort, asked, holds };
}
