import type { ReplyOf } from "../core/questions/index.ts";
import { counted, dateText, el } from "./dom.ts";

type Taken = ReplyOf<"snapshots">["taken"];

/** The days on which snapshots were taken, the newest first. */
export interface SnapshotList {
  readonly root: HTMLElement;
  readonly show: (taken: Taken) => void;
}

const FEW = 5;

export function snapshotList(): SnapshotList {
  const root = el("div", {});
  const line = ({ day, rows }: Taken[number]) => el("li", {}, `${dateText(day)}: ${counted(rows, "row")}`);
  const show = (taken: Taken) => {
    if (taken.length === 0) {
      root.replaceChildren();
      return;
    }
    const rest = taken.slice(FEW);
    root.replaceChildren(
      el("h2", {}, counted(taken.length, "snapshot")),
      el("ul", {}, ...taken.slice(0, FEW).map(line)),
      ...(rest.length === 0
        ? []
        : [
            el(
              "details",
              {},
              el("summary", {}, `${counted(rest.length, "older one")}`),
              el("ul", {}, ...rest.map(line)),
            ),
          ]),
    );
  };
  return { root, show };
}
