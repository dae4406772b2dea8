import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { adviceFor } from "../../../tools/gsheets-push.mjs";

/** The project's folder as a newcomer has it, and a home folder of its own: links to everything that is read. */
const LINKED = ["core", "panels", "gsheets", "build", "tools", "node_modules", "package.json", "appsscript.json"];
const GOOGLE = pathToFileURL(resolve("test/hosts/gsheets/google.mjs")).href;
const CREDENTIALS = {
  type: "authorized_user",
  client_id: "c",
  client_secret: "s",
  refresh_token: "r",
  access_token: "a",
};

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  made.push(folder);
  return folder;
}

function newcomer(isLoggedIn = true) {
  const home = temporary("home-");
  const folder = temporary("headroom-");
  for (const name of LINKED) symlinkSync(resolve(name), join(folder, name));
  if (isLoggedIn) writeFileSync(join(home, ".clasprc.json"), JSON.stringify({ tokens: { default: CREDENTIALS } }));
  const push = (googleSays = ""): Promise<{ readonly code: number; readonly output: string }> => {
    const env = { PATH: process.env.PATH, HOME: home, NODE_OPTIONS: `--import ${GOOGLE}`, GOOGLE_SAYS: googleSays };
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        [resolve("tools/gsheets-push.mjs")],
        { cwd: folder, env },
        (error, out, err) => done({ code: error ? Number(error.code) : 0, output: `${out}${err}` }),
      );
      child.stdin?.end();
    });
  };
  return { folder, push };
}
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path, "utf8")).digest("hex");

describe.concurrent("npm run gsheets:push", () => {
  test("makes the spreadsheet, builds, and sends exactly the built files", async () => {
    const { folder, push } = newcomer();
    const { code, output } = await push();
    expect(output).toContain("Done.");
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, ".clasp.json"), "utf8"))).toMatchObject({ scriptId: "script-id" });
    expect(output.match(/PUT .*/g)?.sort()).toEqual([
      `PUT Code SERVER_JS ${hashOf(join(folder, "dist/gsheets/Code.js"))}`,
      `PUT appsscript JSON ${hashOf("appsscript.json")}`,
      `PUT panel HTML ${hashOf(join(folder, "dist/gsheets/panel.html"))}`,
    ]);
    expect(readFileSync(join(folder, "dist/gsheets/Code.js"), "utf8")).toContain("function CAPACITY(");
  });

  test("says what to do when nobody is logged in, and makes nothing", async () => {
    const { folder, push } = newcomer(false);
    const { code, output } = await push();
    expect([code, existsSync(join(folder, ".clasp.json"))]).toEqual([1, false]);
    expect(output).toContain("Run `npx clasp login`, tick every box");
  });

  test("says where to switch the API on", async () => {
    const { folder, push } = newcomer();
    writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId: "script-id", rootDir: "dist/gsheets" }));
    const { code, output } = await push("api-off");
    expect(code).toBe(1);
    expect(output).toContain("Switch it on at https://script.google.com/home/usersettings");
  });
});

test.each([
  ["Error: Access to your account data is restricted: admin_policy_enforced", "Extensions > Apps Script"],
  ["Insufficient Permission: Request had insufficient authentication scopes.", "tick every box"],
  ["Requested entity was not found.", "Delete .clasp.json"],
  ["getaddrinfo ENOTFOUND script.googleapis.com", "Google could not be reached"],
  ["something nobody has seen yet", "Project settings > Show"],
])("%s", (says, advice) => {
  expect(adviceFor(says)).toContain(advice);
});
