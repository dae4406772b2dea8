/**
 * Loaded before clasp: answers the few addresses it calls, refuses every other connection, and names each pushed file on the error output.
 * GOOGLE_SAYS=api-off or blocked lets it refuse as Google would.
 */
import { createHash } from "node:crypto";
import nock from "nock";

nock.disableNetConnect();

const refusals = {
  "api-off": {
    code: 403,
    message:
      "User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.",
    status: "PERMISSION_DENIED",
  },
  blocked: {
    code: 400,
    message: "Access to your account data is restricted by policies: admin_policy_enforced",
    status: "FAILED",
  },
};
const refusal = refusals[process.env.GOOGLE_SAYS];
const or = (status, body) => (refusal ? [refusal.code, { error: refusal }] : [status, body]);

const EMPTY = [
  { name: "appsscript", type: "JSON", source: '{"timeZone":"America/New_York","runtimeVersion":"V8"}' },
  { name: "Code", type: "SERVER_JS", source: "function myFunction() {}" },
];
const script = nock("https://script.googleapis.com").persist();
nock("https://oauth2.googleapis.com").persist().post(/token/).reply(200, { access_token: "x", expires_in: 3600 });
nock("https://www.googleapis.com")
  .persist()
  .post(/drive\/v3\/files/)
  .reply(200, { id: "sheet-id" });
script.post("/v1/projects").reply(() => or(200, { scriptId: "script-id" }));
script
  .get("/v1/projects/script-id/content")
  .query(true)
  .reply(() => or(200, { scriptId: "script-id", files: EMPTY }));
script.put("/v1/projects/script-id/content").reply((_uri, body) => {
  if (!refusal) {
    for (const { name, type, source } of body.files) {
      console.error(`PUT ${name} ${type} ${createHash("sha256").update(source).digest("hex")}`);
    }
  }
  return or(200, body);
});
