import type { QuestionName, ReplyOf, RequestOf } from "../../core/questions/index.ts";
import type { Bridge } from "../../panels/bridge.ts";
import type { Answered } from "../wire.ts";

/** The part of Google's own script that a sidebar has; each setter gives a runner of its own. */
export interface Runner {
  withSuccessHandler(handler: (json: string) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  answerPanel(name: string, json: string): void;
}

const PATIENCE_MS = 8000;
const SEVERAL_ACCOUNTS =
  "This happens when several Google accounts are signed in: open the spreadsheet in a browser profile with one account only.";

export const NO_ANSWER = `Google Sheets has not answered yet. It may still be busy. ${SEVERAL_ACCOUNTS}`;
export const REFUSED = `Google refused access. ${SEVERAL_ACCOUNTS}`;

/**
 * Asks the script behind the sidebar. It sends JSON text, since a Date would fail and undefined turn into null. `waiting` hears a
 * sentence when Google has not answered for long, and null once it has; the question stays asked, because a refresh may take a while.
 */
export function bridgeTo(run: Runner, waiting: (sentence: string | null) => void): Bridge {
  return {
    ask: <N extends QuestionName>(name: N, request: RequestOf<N>) =>
      new Promise<ReplyOf<N>>((resolve, reject) => {
        const timer = setTimeout(() => waiting(NO_ANSWER), PATIENCE_MS);
        const over = () => {
          clearTimeout(timer);
          waiting(null);
        };
        run
          .withSuccessHandler((json) => {
            over();
            const answered = JSON.parse(json) as Answered;
            if ("problem" in answered) reject(new Error(answered.problem));
            else resolve(answered.reply as ReplyOf<N>);
          })
          .withFailureHandler((error) => {
            over();
            reject(/PERMISSION_DENIED/.test(error.message) ? new Error(REFUSED) : error);
          })
          .answerPanel(name, JSON.stringify(request));
      }),
  };
}
