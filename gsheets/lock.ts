import { PlanError } from "../core/problems.ts";

const PATIENCE_MS = 5000;

/** One person at a time: what is read is still true when it is written. Everything is in the sheet before the next one may start. */
export function locked<T>(job: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) throw busy();
  try {
    return job();
  } finally {
    try {
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}

const busy = (): PlanError =>
  new PlanError(
    [
      {
        code: "HR-204",
        at: [],
        value: "",
        why: "Somebody else is using Headroom in this spreadsheet right now, so nothing was changed",
        hint: "Maybe try again in a moment.",
      },
    ],
    "unavailable",
  );
