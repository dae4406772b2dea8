import { expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { sheetPicture } from "../support/picture.ts";
import { planOf } from "./demo.ts";

test.each(["Utilization and overload", "Delivery metrics", "Snapshot history"])(
  "%s prints landscape, as wide as a page, down to its last table of figures",
  (name) => {
    const picture = sheetPicture(SHEETS.get(name)!(given(planOf(smallDemoInUse()))) as SheetModel);
    expect(picture).toMatch(/^prints A1:[A-Z]+\d+ with row \d+ on every page after it/m);
  },
);
