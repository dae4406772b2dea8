import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type Firm, isWeekday, lastDay } from "../plan/firm.ts";

/** Hours of capacity and of demand, and person-weeks with more demand than capacity. */
export type Totals = readonly [capacity: number, demand: number, overbooked: number];

export const INSTALL_DUCKDB = "npm ci --prefix bench";

/** The part of @duckdb/node-api used here; the package belongs to bench/ and may not be installed. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection> }>;
  };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}

/** A database with the firm's tables in it, one thread, and the query for its totals; null when DuckDB is not installed. */
export async function duckdb(firm: Firm): Promise<(() => Promise<Totals>) | null> {
  const module = installed();
  if (module === null) return null;
  const connection = await (await module.DuckDBInstance.create(":memory:")).connect();
  await connection.run("set threads = 1");
  for (const { name, columns, rows } of tablesOf(firm)) {
    await connection.run(`create table ${name} (${columns})`);
    await connection.run(
      `insert into ${name} values ${rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ")}`,
    );
  }
  const query = queryFor(firm);
  return async () => {
    const [row] = (await connection.runAndReadAll(query)).getRows();
    const [capacity, demand, overbooked] = row!.map(Number);
    return [capacity! / 60, demand! / 60, overbooked!];
  };
}

function installed(): DuckDb | null {
  const require = createRequire(resolve("bench/package.json"));
  try {
    return require("@duckdb/node-api") as DuckDb; // a package without types here
  } catch {
    return null;
  }
}

const literal = (value: string | number | null): string =>
  typeof value === "string" ? `'${value.replace(/'/g, "''")}'` : String(value);

interface SqlTable {
  readonly name: string;
  readonly columns: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** In whole minutes, as Headroom counts. */
const tablesOf = ({ people, allocations, leave, holidays }: Firm): readonly SqlTable[] => [
  {
    name: "people",
    columns: 'person varchar, location varchar, minutes integer, "from" integer, "to" integer',
    rows: people.map((one) => [one.name, one.location, 60 * one.hoursADay, one.from, one.to]),
  },
  {
    name: "allocations",
    columns: 'person varchar, minutes integer, "from" integer, "to" integer',
    rows: allocations.map((one) => [one.person, 60 * one.hoursADay, one.from, one.to]),
  },
  {
    name: "leave",
    columns: 'person varchar, "from" integer, "to" integer',
    rows: leave.map((one) => [one.person, one.from, one.to]),
  },
  {
    name: "holidays",
    columns: "location varchar, day integer",
    rows: holidays.filter(({ day }) => isWeekday(day)).map((one) => [one.location, one.day]),
  },
];

/** Effort counts on the days that a person works: employed, no holiday, not on leave. */
const queryFor = (firm: Firm): string => `
  with days as (
    select day, (day - ${firm.start}) // 7 as week from range(${firm.start}, ${lastDay(firm) + 1}) t(day) where day % 7 not in (0, 1)
  ),
  works as (
    select p.person, p.minutes, d.day, d.week from people p join days d
      on d.day >= p."from" and (p."to" is null or d.day <= p."to")
    where not exists (select 1 from holidays h where h.location = p.location and h.day = d.day)
      and not exists (select 1 from leave l where l.person = p.person and d.day between l."from" and l."to")
  ),
  capacity as (select person, week, sum(minutes) as able from works group by all),
  demand as (
    select w.person, w.week, sum(a.minutes) as asked from works w
    join allocations a on a.person = w.person and w.day between a."from" and a."to" group by all
  )
  select sum(able), sum(coalesce(asked, 0)), count(*) filter (asked > able)
  from capacity left join demand using (person, week)`;
