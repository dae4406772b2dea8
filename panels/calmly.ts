const WAIT_MS = 350;

export interface Calmly {
  readonly soon: () => void;
  /** Does not wait. */
  readonly now: () => Promise<void>;
  /** What was to be done soon is not wanted any more. */
  readonly stop: () => void;
}

/** Do something once typing pauses, one at a time; what changes meanwhile is done after. */
export function calmly(work: () => Promise<void>): Calmly {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  const now = (): Promise<void> => {
    clearTimeout(timer);
    if (running !== null) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await work();
      } while (again);
      running = null;
    })();
    return running;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, WAIT_MS);
  };
  return { soon, now, stop: () => clearTimeout(timer) };
}
