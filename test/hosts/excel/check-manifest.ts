import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { type Element, elements, parseXml } from "./xml.ts";

const VENDOR = new URL("./vendor/", import.meta.url);
const SCHEMA = "OfficeAppManifestV1_1.xsd";
const schemaFile = (fileName: string) => ({ fileName, contents: readFileSync(new URL(fileName, VENDOR), "utf8") });

/** What Microsoft's schemas say against some manifests, all of them in one go. */
export async function schemaProblems(manifests: readonly string[]): Promise<readonly (readonly string[])[]> {
  const others = readdirSync(VENDOR).filter((name) => name.endsWith(".xsd") && name !== SCHEMA);
  const { errors } = await validateXML({
    xml: manifests.map((contents, i) => ({ fileName: nameOf(i), contents })),
    schema: [schemaFile(SCHEMA)],
    preload: others.map(schemaFile),
  });
  return manifests.map((_, i) => errors.filter(({ loc }) => loc?.fileName === nameOf(i)).map(({ message }) => message));
}
const nameOf = (i: number) => `manifest-${i}.xml`;

/** The rules that no schema knows. With a build, its files and commands must be those of the manifest. */
export function ruleProblems(xml: string, build?: string): readonly string[] {
  const all = elements(parseXml(xml));
  const rules = [resources, addresses, ids, icons, sharedRuntime];
  return [...rules.flatMap((rule) => rule(all)), ...(build === undefined ? [] : files(all, build))];
}

const tagged = (all: readonly Element[], ...tags: string[]) => all.filter(({ tag }) => tags.includes(tag));
const attribute = ({ attributes }: Element, name: string) => attributes.get(name) ?? "";
const defaultValue = (element: Element) => attribute(element, "DefaultValue");
const RESOURCES = ["Images", "Urls", "ShortStrings", "LongStrings"];

function resources(all: readonly Element[]): string[] {
  const defined = tagged(all, ...RESOURCES).flatMap(({ children }) => children.map((one) => attribute(one, "id")));
  const used = all.filter(({ attributes }) => attributes.has("resid")).map((one) => attribute(one, "resid"));
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resource ${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is never used`),
  ];
}

const urlsIn = (all: readonly Element[]) => [
  ...all.map(defaultValue).filter((value) => /^https?:/i.test(value)),
  ...tagged(all, "AppDomain").map(({ text }) => text),
];

const addresses = (all: readonly Element[]) =>
  urlsIn(all)
    .filter((url) => !url.startsWith("https://"))
    .map((url) => `${url}: every address must be https`);

function ids(all: readonly Element[]): string[] {
  const used = tagged(all, "Group", "Control").map((one) => attribute(one, "id"));
  return used.filter((id, i) => used.indexOf(id) !== i).map((id) => `id ${id} is used twice`);
}

function icons(all: readonly Element[]): string[] {
  const missing = tagged(all, "Icon").flatMap(({ parent, children }) =>
    ["16", "32", "80"]
      .filter((size) => !children.some((one) => attribute(one, "size") === size))
      .map((size) => `${attribute(parent!, "id")} has no icon of ${size} px`),
  );
  const images = [
    ...tagged(all, "IconUrl", "HighResolutionIconUrl"),
    ...tagged(all, "Images").flatMap((one) => one.children),
  ];
  const odd = images.map(defaultValue).filter((url) => !url.endsWith(".png"));
  return [...missing, ...odd.map((url) => `${url}: icons are png`)];
}

/** One page for functions, commands and the pane: the same resource in all four places. */
function sharedRuntime(all: readonly Element[]): string[] {
  const source = ({ children }: Element) => attribute(children.find(({ tag }) => tag === "SourceLocation")!, "resid");
  const pages = [
    ...tagged(all, "Runtime", "FunctionFile").map((one) => attribute(one, "resid")),
    ...tagged(all, "Page").map(source),
    ...tagged(all, "Action")
      .filter((one) => attribute(one, "xsi:type") === "ShowTaskpane")
      .map(source),
  ];
  const short = tagged(all, "Runtime").filter((one) => attribute(one, "lifetime") !== "long");
  return [
    ...(new Set(pages).size > 1 ? [`the shared runtime needs one page, not ${[...new Set(pages)].join(", ")}`] : []),
    ...short.map(() => "the runtime's lifetime must be long"),
  ];
}

function files(all: readonly Element[], build: string): string[] {
  const urls = [...new Set(urlsIn(all))].map((url) => new URL(url));
  const [first] = urls;
  const gone = urls.filter(
    ({ origin, pathname }) => origin === first?.origin && pathname !== "/" && !existsSync(join(build, pathname)),
  );
  const script = readFileSync(join(build, "taskpane.js"), "utf8");
  const commands = tagged(all, "FunctionName").map(({ text }) => text);
  const unknown = commands.filter((name) => !new RegExp(`actions\\.associate\\(\\s*["']${name}["']`).test(script));
  return [
    ...gone.map(({ pathname }) => `${pathname}: no such file in the build`),
    ...unknown.map((name) => `no code belongs to the command ${name}`),
  ];
}
