/**
 * Runs before office.js. Its loader takes two functions of the browser's history away, so they are kept; and pages like this one may
 * load scripts from nowhere but here and from Microsoft's own address, so that a text can never become a script.
 */
interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface Kept {
  headroomHistory: Pick<History, "pushState" | "replaceState">;
  readonly trustedTypes?: { readonly createPolicy: (name: string, policy: ScriptPolicy) => unknown };
}

const OFFICE = "https://appsforoffice.microsoft.com";

const page = window as unknown as Kept;
const { pushState, replaceState } = history;
page.headroomHistory = { pushState, replaceState };

page.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    const { origin } = new URL(url, location.href);
    if (origin === OFFICE || origin === location.origin) return url;
    throw new TypeError(`No scripts from ${origin}.`);
  },
});
