/** Makes the pictures of the README from the workbench: `npm run screenshots` after `npm run build`. */
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.mjs";

const PORT = "8147";
const DOCK = { x: 1100, y: 0, width: 340, height: 860 };

const SHEET_PICTURES = [
  ["Skill gaps", "skill-gaps"],
  ["Support load", "support-load"],
  ["Pipeline risk", "pipeline-risk"],
  ["Exposure", "exposure"],
  ["Scenario comparison", "scenario-comparison"],
  ["Utilization and overload", "utilization"],
  ["Delivery metrics", "delivery-metrics"],
];
/** A workbook as a team has it, and an export of a time tool. */
const TEAM_FILE = "test/workbooks/01-weeks-hours.xlsx";
const EXPORT_FILE = "test/imports/samples/harvest_en.csv";

const DECISIONS = [
  {
    title: "New engagement",
    values: { Name: "Orchid migration", Skill: "AWS", "Hours a week": "20", Weeks: "4" },
    name: "panel-new-engagement",
  },
  { title: "Managed services grow", values: { Engagement: "", "Growth in %": "20" }, name: "panel-grow" },
  { title: "Somebody leaves", values: { Person: "Maya Ellison" }, name: "panel-somebody-leaves" },
  {
    title: "Move somebody",
    values: {
      Person: "Ben Carver",
      Off: "Meridian cloud care",
      To: "Tidewater migration",
      From: "2026-01-26",
      Until: "2026-02-13",
    },
    name: "panel-move-somebody",
  },
  { title: "Hire or train", values: { "Hours a week": "10" }, name: "panel-hire-or-train" },
  { title: "Slip", values: { Engagement: "Tidewater migration", "Weeks later": "2" }, name: "panel-slip" },
  { title: "Scenarios", values: {}, button: "Compare", name: "panel-scenarios" },
  { title: "Support reserve", values: { "How sure, in %": "90" }, name: "panel-support-reserve" },
];

const server = spawn("node", ["workbench/server.mjs", "--port", PORT, "--no-open"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((resolve) => {
  server.stdout.on("data", (text) => {
    const [found] = /http:\/\/\S+/.exec(String(text)) ?? [];
    if (found) resolve(found);
  });
});
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
try {
  await shoot("Small demo plan", smallDemo);
  await shoot("Demo firm", demoFirm);
  await shoot("Finance workbook", money);
  await shoot("Empty plan", ownFiles);
} finally {
  await browser.close();
  server.kill();
}

async function shoot(choice, pictures) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  const take = async (name, clip) => {
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `docs/${name}.png`, ...(clip && { clip }) });
    console.log(`docs/${name}.png`);
  };
  const call = (name, request) =>
    page.evaluate(([name, request]) => window.workbench.call(name, request), [name, request]);
  const frame = page.frameLocator("iframe");
  const panel = frame.locator("section.panel:visible"); // panels that were open before stay on the page, hidden
  const open = async (title) => {
    await frame.getByLabel("Panel").selectOption({ label: title });
  };
  const fill = async (values) => {
    for (const [label, text] of Object.entries(values)) await panel.getByLabel(label, { exact: true }).fill(text);
  };
  const press = (name) => panel.getByRole("button", { name, exact: true }).click();
  const answer = async (button) => {
    await press(button);
    await panel.locator(".says:visible").first().waitFor();
    // Chances follow an answer; their Cancel goes away with them.
    await page.waitForTimeout(500);
    await panel.getByRole("button", { name: "Cancel" }).waitFor({ state: "hidden", timeout: 180_000 });
  };
  if (choice === "Small demo plan") await take("start");
  await page.getByText(choice, { exact: true }).click();
  await page.evaluate(() => window.workbench.ready);
  await pictures({ page, take, call, panel, open, fill, answer });
  await page.close();
}

async function smallDemo({ take, call, panel, open, fill, answer }) {
  await take("small-demo");
  await open("Sheets");
  await panel.getByRole("button", { name: /^Preview/ }).click();
  await panel.locator(".card").waitFor();
  await take("panel-sheets", DOCK);
  await panel.getByRole("button", { name: /^Write/ }).click();
  await panel.getByText(/cells changed/).waitFor();
  for (const [sheet, name] of SHEET_PICTURES) {
    await call("goTo", { sheet, a1: "A1" });
    await take(name);
  }
  await call("goTo", { sheet: "Skill gaps", a1: "E12" });
  await open("Explain");
  await panel.getByRole("region", { name: "Explanation" }).waitFor();
  await take("panel-explain", DOCK);
  await call("goTo", { sheet: "Allocations", a1: "A1" });
  await open("Allocate");
  await fill({ Engagement: "Juniper data hub", Person: "Vikram Joshi", From: "2026-01-12", To: "2026-02-06" });
  await fill({ "How much": "4" });
  await panel.getByText("Week by week").waitFor();
  await take("panel-allocate", DOCK);
  await fill({ Engagement: "Tidewater migration", Person: "", "How much": "", From: "", To: "" });
  await answer("Fill this role");
  await take("panel-fill-this-role", DOCK);
  await open("Import");
  await panel.locator("input[type=file]").setInputFiles(EXPORT_FILE);
  await panel.getByRole("button", { name: /^Import \d/ }).waitFor();
  await take("panel-import", DOCK);
  for (const { title, values, button = "Answer", name } of DECISIONS) {
    await open(title);
    await fill(values);
    await answer(button);
    await take(name, DOCK);
  }
}

async function money({ page, take, call }) {
  await page.getByRole("button", { name: "Hide the panel" }).click();
  await call("setUp", { demo: "money" });
  for (const [sheet, name] of [
    ["Margin", "margin"],
    ["Margin bridge", "margin-bridge"],
  ]) {
    await call("makeSheets", { sheets: sheet });
    await call("goTo", { sheet, a1: "A1" });
    await take(name);
  }
}

async function ownFiles({ page, take, panel, open }) {
  await page.locator("#file").setInputFiles(TEAM_FILE);
  await open("Map");
  await panel
    .getByRole("button", { name: /^Accept/ })
    .first()
    .waitFor();
  await take("panel-map", DOCK);
}

async function demoFirm({ page, take, call, open }) {
  await take("demo-firm");
  await open("Plan check");
  await take("panel-plan-check", DOCK);
  await call("makeSheets", { sheets: "Capacity vs demand" });
  await call("goTo", { sheet: "Capacity vs demand", a1: "A1" });
  await page.setViewportSize({ width: 1900, height: 900 });
  await page.getByRole("button", { name: "Hide the panel" }).click();
  await take("capacity-vs-demand");
}
