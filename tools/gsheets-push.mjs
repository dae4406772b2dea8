/**
 * `npm run gsheets:push`: makes a spreadsheet with Headroom in it (once), builds the add-on, and sends it to Google. Run in the project's
 * folder. Creating comes before building, because clasp then downloads an empty script over whatever is there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "../build/gsheets.mjs";

const FOLDER = "dist/gsheets";
const CLASP = "node_modules/@google/clasp";

const PASTE = `Without clasp, in any spreadsheet of yours:
  1. npm run build
  2. Extensions > Apps Script: replace the text of Code.gs by that of ${FOLDER}/Code.js.
  3. + > HTML, named panel: replace its text by that of ${FOLDER}/panel.html.
  4. Project settings > Show "appsscript.json", then replace its text by that of ${FOLDER}/appsscript.json.
  5. Save, and reload the spreadsheet.`;

/** What clasp says when it fails, and what to do then; the first that fits. */
const ADVICE = [
  {
    says: /no credentials|not logged in|invalid_grant|invalid_rapt|unauthenticated/i,
    do: "You are not logged in. Run `npx clasp login`, tick every box, then run this again.",
  },
  {
    says: /has not enabled the apps script api/i,
    do: "The Apps Script API is off. Switch it on at https://script.google.com/home/usersettings, wait a minute, then run this again.",
  },
  {
    says: /insufficient.*(scope|permission)/i,
    do: "The login allows too little. Run `npx clasp login` again, tick every box, then run this again.",
  },
  {
    says: /admin|policy_enforced|restricted_client|org_internal|access_denied|blocked|disabled_client/i,
    do: `Your organisation does not let clasp in. Its administrator can allow it; or:\n${PASTE}`,
  },
  {
    says: /not found|\b404\b/i,
    do: "The script named in .clasp.json is not there, or is another account's. Delete .clasp.json to make a new spreadsheet, then run this again.",
  },
  {
    says: /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network|socket/i,
    do: "Google could not be reached. Look at the connection, then run this again.",
  },
];

export const adviceFor = (output) =>
  ADVICE.find(({ says }) => says.test(output))?.do ?? `clasp's own words are above. If they do not help:\n${PASTE}`;

async function push() {
  if (!existsSync(".clasp.json")) {
    console.log("Making a spreadsheet with an empty script …");
    mkdirSync(FOLDER, { recursive: true });
    clasp(["create", "--type", "sheets", "--title", "Headroom", "--rootDir", FOLDER], () => existsSync(".clasp.json"));
  }
  console.log("Building …");
  await build();
  console.log("Sending it to Google …");
  clasp(["push", "-f"], (output) => !/skipping push/i.test(output));
  console.log(
    "Done. `npx clasp open-container` opens the spreadsheet: reload it once, then look for Extensions > Headroom.",
  );
}

/** clasp ends with 0 even where it did nothing, so its outcome is looked at too. */
function clasp(args, worked) {
  const { bin } = JSON.parse(readFileSync(`${CLASP}/package.json`, "utf8"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${CLASP}/${bin.clasp}`, ...args], {
    encoding: "utf8",
  });
  const output = `${stdout}${stderr}`.trim();
  console.log(output.replace(/^/gm, "  "));
  if (status === 0 && worked(output)) return;
  console.error(`\nclasp ${args[0]} failed.\n${adviceFor(output)}`);
  process.exit(1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await push();
