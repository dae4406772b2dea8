import type { ReplyOf } from "../core/questions/index.ts";
import type { Row } from "./allocate-form.ts";
import { el, hours } from "./dom.ts";

/** People who could do it, best first; a press takes one into the form. */
export function suggestions(
  { people, more }: ReplyOf<"allocateWho">,
  take: (person: string) => void,
): readonly HTMLElement[] {
  if (people.length === 0) {
    return [
      el(
        "p",
        { className: "empty" },
        "Nobody who fits has free hours in these days. Maybe choose other days, or see the sheet Skill gaps.",
      ),
    ];
  }
  const items = people.map(({ person, fits, why, average, least }) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", className: "pick", onclick: () => take(person) },
        el("b", {}, person),
        el("span", {}, `${hours(average)} free a week`),
      ),
      el("small", {}, `${fits === "partly" ? "▲ " : ""}${why}; at least ${hours(least)} free`),
    ),
  );
  return [el("ul", { className: "plain" }, ...items), ...moreThan(more)];
}

/** Rows of Allocations; a press takes one into the form. */
export function rowsToEdit({ rows, more }: ReplyOf<"allocations">, take: (row: Row) => void): readonly HTMLElement[] {
  if (rows.length === 0)
    return [
      el("p", { className: "empty" }, "No allocation fits. Maybe empty the fields Person and Engagement to see all."),
    ];
  const items = rows.map((row) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", className: "pick", onclick: () => take(row) },
        el("b", {}, `${row.person}: ${row.engagement}`),
      ),
      el("small", {}, [row.skill, row.says].filter((words) => words !== "").join(", ")),
    ),
  );
  return [el("ul", { className: "plain" }, ...items), ...moreThan(more)];
}

const moreThan = (more: number) =>
  more === 0
    ? []
    : [el("p", { className: "soft" }, `${more} more are not listed. Maybe fill Person or Engagement to see fewer.`)];
