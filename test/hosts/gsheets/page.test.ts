import { Window } from "happy-dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bridgeTo, NO_ANSWER, REFUSED, type Runner } from "../../../gsheets/page/bridge.ts";
import { opened, PANEL } from "./addon.ts";

/** google.script.run that leaves the answer to the test. */
function runner() {
  const calls: { name: string; json: string; succeed: (json: string) => void; fail: (error: Error) => void }[] = [];
  const make = (succeed: (json: string) => void, fail: (error: Error) => void): Runner => ({
    withSuccessHandler: (handler) => make(handler, fail),
    withFailureHandler: (handler) => make(succeed, handler),
    answerPanel: (name, json) => void calls.push({ name, json, succeed, fail }),
  });
  return {
    run: make(
      () => {},
      () => {},
    ),
    calls,
  };
}

describe("the bridge to Google's script", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    said.splice(0);
  });
  afterEach(() => void vi.useRealTimers());
  const said: (string | null)[] = [];
  const asked = () => {
    const { run, calls } = runner();
    const answer = bridgeTo(run, (sentence) => void said.push(sentence)).ask("goTo", { sheet: "People", a1: "B2" });
    return { answer, call: calls[0]! };
  };

  test("a question and its answer are JSON text", async () => {
    const { answer, call } = asked();
    expect([call.name, call.json]).toEqual(["goTo", '{"sheet":"People","a1":"B2"}']);
    call.succeed('{"reply":{"done":true}}');
    expect(await answer).toEqual({ done: true });
    expect(said).toEqual([null]);
  });

  test("a problem is the sentence the planner reads", async () => {
    const { answer, call } = asked();
    call.succeed('{"problem":"People!B2: \\"x\\" is not a number of hours. Maybe 8."}');
    await expect(answer).rejects.toThrow('People!B2: "x" is not a number of hours. Maybe 8.');
  });

  test("eight seconds without an answer say what the cause may be; a late answer is still taken", async () => {
    const { answer, call } = asked();
    vi.advanceTimersByTime(7999);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(said).toEqual([NO_ANSWER]);
    call.succeed('{"reply":null}');
    expect(await answer).toBeNull();
    expect(said).toEqual([NO_ANSWER, null]);
  });

  test("a refusal that comes of several Google accounts says so; other failures keep their words", async () => {
    const refused = asked();
    refused.call.fail(new Error("PERMISSION_DENIED"));
    await expect(refused.answer).rejects.toThrow(REFUSED);
    const failed = asked();
    failed.call.fail(new Error("Exceeded maximum execution time"));
    await expect(failed.answer).rejects.toThrow("Exceeded maximum execution time");
  });
});

describe("the sidebar's page, over google.script.run to the script", () => {
  function sidebar(opener: string) {
    const { script, fake, book } = opened();
    script.run(opener);
    const [page] = fake.sidebars as { getContent: () => string }[];
    const make = (succeed: (json: string) => void, fail: (error: Error) => void): Runner => ({
      withSuccessHandler: (handler) => make(handler, fail),
      withFailureHandler: (handler) => make(succeed, handler),
      answerPanel: (name, json) => {
        try {
          succeed(String(script.call("answerPanel", name, json)));
        } catch (error) {
          fail(error as Error);
        }
      },
    });
    const window = new Window({
      settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
    });
    Object.assign(window, {
      google: {
        script: {
          run: make(
            () => {},
            () => {},
          ),
        },
      },
    });
    window.document.write(page!.getContent());
    return { document: window.document, main: window.document.getElementById("panel")!, book };
  }

  test("opens on the panel whose entry was clicked, and shows what the script answers", async () => {
    const { document, main } = sidebar("openPlanCheck");
    await vi.waitFor(() => expect(main.textContent).toContain("There is no plan in this workbook yet."));
    expect((document.querySelector("select") as unknown as HTMLSelectElement).value).toBe("planCheck");
  });

  test("sets up a workbook: preview, then the planner's click, then the sheets are there", async () => {
    const { main, book } = sidebar("openSheets");
    const click = async (label: string) => {
      const button = await vi.waitFor(() => {
        const found = [...main.querySelectorAll("button")].find(({ textContent }) => textContent === label);
        if (!found) throw new Error(`no button ${label}: ${main.textContent}`);
        return found;
      });
      button.click();
    };
    await click("Preview the set-up");
    await vi.waitFor(() => expect(main.textContent).toContain("Will write"));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    await click("Make these sheets");
    await vi.waitFor(() => expect(main.textContent).toContain("Made Settings, People"));
    expect(book.sheets.map(({ name }) => name)).toContain("Allocations");
  });
});

test("the page brings its own styles and scripts, the staffing search's as text, and says something before they run", () => {
  expect(PANEL).toContain("<p>Loading…</p>");
  expect(PANEL.match(/<(script( type="[^"]*")?|style)/g)).toEqual(["<style", '<script type="text/plain"', "<script"]);
});
