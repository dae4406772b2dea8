import type { Work } from "../host.ts";
import type { Schema } from "../schema.ts";

/**
 * One question a panel may ask: the schema of what it asks, and the work that answers it. The work reads the workbook and,
 * where the planner wants it, writes through the journal; it is the same for every host, because a host only does steps.
 */
export interface Question<Request = unknown, Reply = unknown> {
  readonly asks: Schema<Request>;
  readonly answer: (request: Request) => Work<Reply>;
}

/** Lets TypeScript infer the request from its schema and the reply from the answer. */
export const question = <Request, Reply>(one: Question<Request, Reply>): Question<Request, Reply> => one;
