import { expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { sheetPicture } from "../support/picture.ts";
import { planOf } from "./demo.ts";

test("a chart beside a table of five columns of figures is printed whole, also where columns are narrow", () => {
  const picture = sheetPicture(SHEETS.get("Snapshot history")!(given(planOf(smallDemoInUse()))) as SheetModel);
  // Its table ends in column F, its chart begins two columns on, and twelve narrow columns are as wide as it is.
  expect(picture).toMatch(/^prints A1:T\d+ /m);
});

test.each(["Utilization and overload", "Delivery metrics", "Snapshot history"])(
  "%s prints landscape, as wide as a page, down to its last table of figures",
  (name) => {
    const picture = sheetPicture(SHEETS.get(name)!(given(planOf(smallDemoInUse()))) as SheetModel);
    expect(picture).toMatch(/^prints A1:[A-Z]+\d+ with row \d+ on every page after it/m);
  },
);
