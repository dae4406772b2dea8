import { expect, test } from "vitest";
import { gapGrid, planOf, totalsOf, weeklySupply } from "../../bench/ours.ts";
import { hasLibreOffice, INSTALL_LIBREOFFICE, recalculate } from "../../bench/peers/libreoffice.ts";
import { seededFirm } from "../../bench/plan/seeded-firm.ts";
import { tablesOf } from "../../bench/plan/tables.ts";

/** HEADROOM_ORACLE=full compares 50 people, which takes longer. */
const people = process.env.HEADROOM_ORACLE === "full" ? 50 : 10;
const isThere = hasLibreOffice();
const without = isThere ? "" : ` (left out: ${INSTALL_LIBREOFFICE})`;

test.skipIf(!isThere)(
  `LibreOffice, day by day with SUMIFS, agrees on every week of ${people} people${without}`,
  { timeout: 300_000 },
  () => {
    const firm = seededFirm(people);
    const [daily] = recalculate(firm, ["D"]);
    const plan = planOf(tablesOf(firm));
    // Random rows may fall on days off only: LibreOffice counts nothing for them either.
    expect(plan.problems.filter(({ code }) => code !== "HR-126")).toEqual([]);
    expect(daily!.totals).toEqual(totalsOf(weeklySupply(firm, plan)));
    expect(daily!.totals[1]).toBeGreaterThan(0);
    const [, ...rows] = gapGrid(firm, tablesOf(firm));
    expect(rows.map(([name]) => name)).toEqual(firm.people.map(({ name }) => name));
    expect(daily!.grid).toEqual(rows.map(([, ...hours]) => hours));
  },
);
