import { type Cell, isBlank } from "./cells.ts";
import { cellAt, complain, type Findings, type Spot } from "./findings.ts";
import { plainHeading } from "./headings.ts";
import { PPM, type Settings } from "./plan.ts";
import { type Rows, USED } from "./rows.ts";
import { SETTING_LIST } from "./setting-list.ts";
import type { SETTINGS } from "./tables.ts";

/** The settings of a plan: the usual ones where the table says nothing. */
export function settingsIn(
  rows: Rows<(typeof SETTINGS)["columns"]>,
  names: readonly string[],
  findings: Findings,
): Settings {
  const values = new Map<string, unknown>();
  const rowOf = new Map<string, number>();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const key = KEYS.get(plainHeading(names[rows.columns.setting[index]!]!));
    if (key === undefined) {
      const hint = `Maybe ${Object.values(SETTING_LIST)
        .map(({ name }) => name)
        .join(", ")}.`;
      complain(findings, { rows, index, key: "setting" }, { code: "HR-106", why: "is not a setting", hint });
      continue;
    }
    const twice = rowOf.get(key);
    if (twice !== undefined) {
      const other = { rows, index: twice, key: "setting" };
      const complaint = { code: "HR-121", why: "stands twice", hint: "Maybe delete one of the two rows." } as const;
      complain(findings, { rows, index, key: "setting" }, complaint, other);
      if (key === "moneyShown") values.set(key, stricter(values.get(key), cellAt({ rows, index, key: "value" })));
      continue;
    }
    rowOf.set(key, index);
    const cell = cellAt({ rows, index, key: "value" });
    if (isBlank(cell)) continue;
    const found = SETTING_LIST[key].read(cell);
    if ("value" in found) values.set(key, found.value);
    const complaint = "value" in found ? found.warning : found;
    if (complaint) complain(findings, { rows, index, key: "value" }, complaint);
  }
  const at = (key: keyof Settings): number => Number(values.get(key) ?? SETTING_LIST[key].usual);
  for (const { less, more } of ORDERED) {
    const [key, other] = rowOf.has(more) ? [more, less] : [less, more];
    const index = rowOf.get(key);
    if (index === undefined || at(less) <= at(more)) continue;
    const why = `is ${key === more ? "below" : "above"} ${SETTING_LIST[other].name} (${percent(at(other))}), so that one of the two never applies`;
    const hint = `Maybe ${percent(at(other))} ${key === more ? "or more" : "or less"}.`;
    complain(findings, { rows, index, key: "value" }, { code: "HR-267", why, hint });
  }
  const all = Object.entries(SETTING_LIST).map(
    ([key, { usual }]) => [key, values.has(key) ? values.get(key) : usual] as const,
  );
  // Each value was read by its own setting, so that the whole has the plan's type.
  return Object.fromEntries(all) as unknown as Settings;
}

/** The cell that says a setting; null where none does. */
export function settingSpot(
  rows: Rows<(typeof SETTINGS)["columns"]>,
  names: readonly string[],
  wanted: keyof Settings,
): Spot | null {
  const index = [...rows.state.keys()].find(
    (one) => rows.state[one] === USED && KEYS.get(plainHeading(names[rows.columns.setting[one]!]!)) === wanted,
  );
  return index === undefined ? null : { rows, index, key: "value" };
}

/** Of two rows that say how much money is shown, that which shows less; what cannot be read shows none. */
function stricter(first: unknown, cell: Cell): unknown {
  const { read, usual } = SETTING_LIST.moneyShown;
  const found = isBlank(cell) ? null : read(cell);
  const second = found === null ? "all" : "value" in found ? found.value : usual;
  return LEAST_MONEY.find((one) => one === (first ?? usual) || one === second);
}
const LEAST_MONEY: readonly unknown[] = ["none", "all but salaries", "all"];

/** Limits of which the second one is never below the first. */
const ORDERED: readonly { readonly less: keyof Settings; readonly more: keyof Settings }[] = [
  { less: "watchAbove", more: "redAbove" },
  { less: "errorGood", more: "errorWatch" },
  { less: "onTimeWatch", more: "onTimeGood" },
];
const percent = (ppm: number): string => `${(ppm * 100) / PPM}%`;

const KEYS: ReadonlyMap<string, keyof Settings> = new Map(
  Object.entries(SETTING_LIST).flatMap(([key, { name, also }]) =>
    [name, ...also].map((one) => [plainHeading(one), key as keyof Settings] as const),
  ),
);
