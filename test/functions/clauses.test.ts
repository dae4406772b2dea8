import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clausesOf } from "../../core/functions/clauses.ts";

describe("the text of where", () => {
  test.each<[string, readonly (readonly [string, readonly string[]])[]]>([
    ["", []],
    [" ; ;", []],
    ["team=Cloud", [["team", ["Cloud"]]]],
    [
      " team = Cloud , Data ; status=confirmed;",
      [
        ["team", ["Cloud", "Data"]],
        ["status", ["confirmed"]],
      ],
    ],
    [
      "team=Cloud\nstatus=tentative",
      [
        ["team", ["Cloud"]],
        ["status", ["tentative"]],
      ],
    ],
    ['client="Miller, Smith; Co"', [["client", ["Miller, Smith; Co"]]]],
    ["client='Miller, Smith', Other", [["client", ["Miller, Smith", "Other"]]]],
    ['client="The ""Hub"""', [["client", ['The "Hub"']]]],
    ["client='Bob''s, Ann''s'", [["client", ["Bob's, Ann's"]]]],
    ["person=Sean O'Brien, 't Hooft", [["person", ["Sean O'Brien", "'t Hooft"]]]],
    ["engagement=A=B", [["engagement", ["A=B"]]]],
    ["team=Cloud,,Data,", [["team", ["Cloud", "Data"]]]],
    ["person=__proto__", [["person", ["__proto__"]]]],
  ])("%j", (where, expected) => {
    const { clauses, problems } = clausesOf(where);
    expect(problems).toEqual([]);
    expect(clauses.map(({ key, values }) => [key, values])).toEqual(expected);
  });

  test.each([
    ["Cloud", "Cloud", "is not a condition such as team=Cloud", "Maybe team=Cloud."],
    ["team: Cloud", "team: Cloud", "is not a condition such as team=Cloud", "Maybe it needs a =."],
    ["team=", "team=", "names nothing", 'Maybe leave it out: IF(B1="","","team="&B1).'],
    ["team=\nstatus=done", "team=", "names nothing", 'Maybe leave it out: IF(B1="","","team="&B1).'],
    ["team=;status=done", "team=", "names nothing", 'Maybe leave it out: IF(B1="","","team="&B1).'],
    ["hires=", "hires=", "names nothing", 'Maybe leave it out: IF(B1="","","hires="&B1).'],
  ])("%j is refused", (where, value, why, hint) => {
    expect(clausesOf(where).problems).toEqual([{ code: "HR-181", at: [], value, why, hint }]);
  });

  const key = fc.constantFrom("team", "person", "client");
  const name = fc
    .string({ minLength: 1, unit: "grapheme" })
    .filter((text) => text.trim() !== "" && !text.includes("\n"));

  test("any names come back when each stands in quotes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.array(name, { minLength: 1, maxLength: 4 })), { maxLength: 4 }),
        (wanted) => {
          const quoted = wanted.map(
            ([key, names]) => `${key}=${names.map((one) => `"${one.replace(/"/g, '""')}"`).join(", ")}`,
          );
          const { clauses, problems } = clausesOf(quoted.join("; "));
          expect(problems).toEqual([]);
          expect(clauses.map(({ key, values }) => [key, values])).toEqual(wanted);
        },
      ),
    );
  });

  test("a cell as long as Excel allows is read once, however odd", () => {
    const blanks = " ".repeat(32_000);
    expect(clausesOf(`team=a${blanks}b; x${blanks}y=1`).clauses).toHaveLength(2);
    expect(clausesOf(`team=${'"'.repeat(32_001)}`).clauses).toHaveLength(1);
  });

  test("any text at all is read to its end", () => {
    const letters = fc.constantFrom(..."ab=,;\"' \n");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        const { clauses, problems } = clausesOf(text);
        expect(clauses.length + problems.length).toBeLessThanOrEqual(text.length);
        for (const { key, values } of clauses) {
          expect(key).not.toBe("");
          expect(values.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
