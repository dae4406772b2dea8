/** Milliseconds of the best of many runs: the one the machine disturbed least. */
export interface Timing<T> {
  readonly ms: number;
  readonly cpu: number;
  readonly result: T;
}

/**
 * Times work of milliseconds at least so many times and for half a second: the first runs of short work are over before the
 * engine has compiled it. `prepare` makes each run's input outside the timed part.
 */
export function best<I, T>(runs: number, prepare: () => I, run: (input: I) => T): Timing<T> {
  const begun = performance.now();
  let timing: Timing<T> | undefined;
  let done = 0;
  do {
    const input = prepare();
    const [cpu, ms] = [cpuMs(), performance.now()];
    const result = run(input);
    timing = better(timing, { ms: performance.now() - ms, cpu: cpuMs() - cpu, result });
    done++;
  } while (done < runs || (runs > 1 && performance.now() - begun < 500));
  return timing;
}

/** The same for work in steps, run in order: the sum of each step's best, which other programs disturb least. */
export function bestOfSteps<I, T>(runs: number, steps: readonly I[], run: (step: I) => T): Timing<readonly T[]> {
  const timings = steps.map((): Timing<T> | undefined => undefined);
  for (let i = 0; i < runs; i++) {
    steps.forEach((step, at) => {
      const [cpu, ms] = [cpuMs(), performance.now()];
      const result = run(step);
      timings[at] = better(timings[at], { ms: performance.now() - ms, cpu: cpuMs() - cpu, result });
    });
  }
  const sum = (key: "ms" | "cpu") => timings.reduce((all, one) => all + (one?.[key] ?? 0), 0);
  return { ms: sum("ms"), cpu: sum("cpu"), result: timings.flatMap((one) => (one ? [one.result] : [])) };
}

/** The same for work that has to be waited for. */
export async function bestOf<T>(runs: number, run: () => Promise<T>): Promise<Timing<T>> {
  let timing: Timing<T> | undefined;
  for (let i = 0; i < runs; i++) {
    const [cpu, ms] = [cpuMs(), performance.now()];
    const result = await run();
    timing = better(timing, { ms: performance.now() - ms, cpu: cpuMs() - cpu, result });
  }
  if (timing === undefined) throw new RangeError("Nothing was run.");
  return timing;
}

/** Others get the smaller of wall clock and CPU time, we the wall clock: a busy machine never flatters us. */
export const otherMs = ({ ms, cpu }: { readonly ms: number; readonly cpu: number }): number => Math.min(ms, cpu);

function better<T>(a: Timing<T> | undefined, b: Timing<T>): Timing<T> {
  return a === undefined ? b : { ms: Math.min(a.ms, b.ms), cpu: Math.min(a.cpu, b.cpu), result: b.result };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
