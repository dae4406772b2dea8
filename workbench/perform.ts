import { type Command, type Model, registries, UIPlugin } from "./engine.ts";

/** Does one thing to the workbook; throws when the engine refuses it. */
export type Send = <T extends Command["type"]>(type: T, payload: Omit<Extract<Command, { type: T }>, "type">) => void;

type Dispatch = (
  type: string,
  payload: object,
) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };

const DO = "HEADROOM_DO";

/**
 * Do a whole job as one command of the engine: one undo step, one recalculation, and nothing at all when it fails half-way.
 * A throw that left the engine's own handler would wedge its model for good, so it is kept until the command is over.
 */
export function perform<T>(model: Model, job: (send: Send) => T): T {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  const before = changesOf(model);
  const work = (dispatch: Dispatch) => {
    const send = (type: string, payload: object) => {
      const { isSuccessful, reasons } = dispatch(type, payload);
      if (isSuccessful || reasons.every((reason) => HARMLESS.has(reason))) return;
      throw new Error(`The workbench could not do ${type}: ${reasons.join(", ")}.`);
    };
    try {
      outcome = { value: job(send as Send) };
    } catch (error) {
      outcome = { error };
    }
  };
  // The engine copies payloads; only a function reaches the other side as it is.
  model.dispatch(DO as never, { work } as never);
  if (outcome === undefined) throw new Error("The workbench is busy with another command.");
  if ("value" in outcome) return outcome.value;
  if (changesOf(model) > before) model.dispatch("REQUEST_UNDO");
  throw outcome.error;
}

/** What of the engine's model jobs lean on, beyond its doors. */
interface Inner {
  status: number;
  finalize: () => void;
  trigger: (event: string, payload?: unknown) => void;
  readonly session: { save: (command: object, commands: readonly object[], changes: readonly object[]) => void };
}
const innerOf = (model: Model): Inner => model as unknown as Inner;

/**
 * Jobs between which the page lives, and which are one undo step all the same: what each of them changes is kept until all are
 * done, and only then the engine calculates and draws. When they fail half-way, all of them are taken back.
 */
export async function performAll<T>(model: Model, jobs: (calculate: () => void) => Promise<T>): Promise<T> {
  const inner = innerOf(model);
  const { session } = inner;
  const trigger = inner.trigger.bind(model);
  const before = changesOf(model);
  const [commands, changes]: [object[], object[]] = [[], []];
  inner.finalize = () => {
    inner.status = READY;
  };
  inner.trigger = (event, payload) => {
    if (event !== "update") trigger(event, payload);
  };
  session.save = (_, some, theirs) => {
    for (const one of some) commands.push(one);
    for (const one of theirs) changes.push(one);
  };
  const calculate = () => {
    if (!Object.hasOwn(inner, "finalize")) return;
    Reflect.deleteProperty(inner, "finalize");
    Reflect.deleteProperty(inner, "trigger");
    perform(model, () => {});
  };
  const over = () => {
    Reflect.deleteProperty(session, "save");
    if (commands.length > 0) session.save({ type: DO }, commands, changes);
  };
  try {
    const value = await jobs(calculate);
    calculate();
    over();
    return value;
  } catch (error) {
    calculate(); // the engine takes nothing back that it has not finished
    over();
    if (changesOf(model) > before) model.dispatch("REQUEST_UNDO");
    throw error;
  }
}

const READY = 0;

/**
 * Bring all values up to date in the middle of a job. The engine does that at the end of a command and then takes the next
 * one for a command of its own, so it is put back to where it was.
 */
export function recalculate(model: Model): void {
  const inner = innerOf(model);
  const { status } = inner;
  (Reflect.getPrototypeOf(model) as Inner).finalize.call(inner);
  inner.status = status;
}

/** Asked to make something what it already is, the engine says no; nobody is harmed. */
const HARMLESS = new Set(["NoChanges"]);

/** Lets the engine run such jobs. Call before a Model is made. */
export function installJobs(): void {
  registries.featurePluginRegistry.replace("headroom jobs", Jobs as never);
}

/** How many steps of this workbook can be told apart by undo. A job that changed nothing has none to take back. */
export const changesOf = (model: Model): number =>
  (model.getters as unknown as { readonly getHeadroomChanges: () => number }).getHeadroomChanges();

class Jobs extends UIPlugin {
  static override getters = ["getHeadroomChanges"] as const;
  changes = 0;

  constructor(config: ConstructorParameters<typeof UIPlugin>[0]) {
    super(config);
    config.session.on("new-local-state-update", this, () => {
      this.changes += 1;
    });
  }

  getHeadroomChanges = (): number => this.changes;

  override handle(command: { readonly type: string; readonly work?: (dispatch: Dispatch) => void }): void {
    if (command.type === DO) command.work?.(this.dispatch as unknown as Dispatch);
  }
}
