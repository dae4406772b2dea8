const WAIT_MS = 350;

/** Do something once typing pauses, one at a time; what changes meanwhile is done after. `now` does not wait. */
export function calmly(work: () => Promise<void>): { readonly soon: () => void; readonly now: () => Promise<void> } {
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
  return { soon, now };
}
