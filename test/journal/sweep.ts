import { run, type Work } from "../../core/host.ts";
import { recover } from "../../core/journal/index.ts";
import { cloneBook, Injected, type MemoryBook, MODES, memoryHost, type Weather } from "../support/memory-host.ts";
import { FULL } from "./models.ts";

/** Run a command in some weather; a command that fails is part of the game. */
export function attempt(book: MemoryBook, weather: Weather, command: () => Work<unknown>) {
  const host = memoryHost(book, weather);
  try {
    run(command(), host.host);
  } catch (error) {
    if (!(error instanceof Injected)) throw error;
  }
  host.end();
  return host;
}

export const callsOf = (book: MemoryBook, command: () => Work<unknown>): number =>
  attempt(cloneBook(book), {}, command).calls();

/** Every weather in which one of a command's calls fails. */
export function* weathers(calls: number): Generator<Weather> {
  for (const buffered of [false, true])
    for (const mode of MODES) for (let failAt = 1; failAt <= calls; failAt++) yield { failAt, mode, buffered };
}

/**
 * A fault at every call of the command, then a second one at every call of the recovery (or at every third one, in turn), then a
 * calm recovery.
 */
export function* twoFaults(start: MemoryBook, command: () => Work<unknown>): Generator<MemoryBook> {
  const every = FULL ? 1 : 3;
  let turn = 0;
  for (const first of weathers(callsOf(start, command))) {
    const broken = cloneBook(start);
    attempt(broken, first, command);
    const calls = callsOf(broken, recover);
    for (let failAt = 0; failAt <= calls; failAt++) {
      for (const mode of failAt === 0 ? MODES.slice(0, 1) : MODES) {
        turn += 1;
        if (turn % every !== 0) continue;
        const book = cloneBook(broken);
        attempt(book, { failAt, mode, buffered: first.buffered ?? false }, recover);
        attempt(book, {}, recover);
        yield book;
      }
    }
  }
}
