/** Makes the pictures of the README from the workbench: `npm run screenshots` after `npm run build`. */
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.mjs";

const PORT = "8147";
const DOCK = { x: 1100, y: 0, width: 340, height: 860 };
const SHEETS = "Capacity vs demand; Skill gaps; Checks";

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
} finally {
  await browser.close();
  server.kill();
}

async function shoot(choice, pictures) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  const take = async (name, clip) => {
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `docs/${name}.png`, ...(clip && { clip }) });
    console.log(`docs/${name}.png`);
  };
  const call = (name, request) =>
    page.evaluate(([name, request]) => window.workbench.call(name, request), [name, request]);
  const panel = page.frameLocator("iframe");
  const open = async (title) => {
    await panel.getByLabel("Panel").selectOption({ label: title });
  };
  if (choice === "Small demo plan") await take("start");
  await page.getByText(choice, { exact: true }).click();
  await page.evaluate(() => window.workbench.ready);
  await pictures({ page, take, call, panel, open });
  await page.close();
}

async function smallDemo({ page, take, call, panel, open }) {
  await take("small-demo");
  await open("Sheets");
  await panel.getByRole("button", { name: /^Preview/ }).click();
  await take("panel-sheets", DOCK);
  await call("makeSheets", { sheets: SHEETS });
  await call("goTo", { sheet: "Skill gaps", a1: "A1" });
  await take("skill-gaps");
  await open("Allocate");
  await panel.locator("input[name=person]").fill("Vikram Joshi");
  await panel.locator("input[name=engagement]").fill("Juniper data hub");
  await panel.locator("input[name=from]").fill("2026-01-12");
  await panel.locator("input[name=to]").fill("2026-02-06");
  await panel.locator("input[name=amount]").fill("4");
  await page.waitForTimeout(2500);
  await take("panel-allocate", DOCK);
  await decisions({ take, panel, open });
}

async function decisions({ take, panel, open }) {
  const fill = async (values) => {
    for (const [label, text] of Object.entries(values)) await panel.getByLabel(label, { exact: true }).fill(text);
  };
  const answer = async (button) => {
    await panel.getByRole("button", { name: button, exact: true }).click();
    await panel.locator(".says:visible").waitFor();
  };
  await open("New engagement");
  await fill({ Name: "Orchid migration", Skill: "Python", "Hours a week": "40", Weeks: "8" });
  await answer("Answer");
  await take("panel-new-engagement", DOCK);
  await open("Somebody leaves");
  await fill({ Person: "Maya Ellison" });
  await answer("Answer");
  await take("panel-somebody-leaves", DOCK);
  await open("Scenarios");
  await answer("Compare");
  await take("panel-scenarios", DOCK);
}

async function demoFirm({ page, take, call, open }) {
  await take("demo-firm");
  await open("Plan check");
  await take("panel-plan-check", DOCK);
  await call("makeSheets", { sheets: SHEETS });
  await call("goTo", { sheet: "Capacity vs demand", a1: "A1" });
  await page.setViewportSize({ width: 1900, height: 900 });
  await page.getByRole("button", { name: "Hide the panel" }).click();
  await take("capacity-vs-demand");
}
