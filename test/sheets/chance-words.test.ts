import { describe, expect, test } from "vitest";
import { oneIn } from "../../core/sheets/chance-words.ts";

describe("a chance in words", () => {
  test.each([
    [0.075, "one week in twelve"],
    [0.034, "one week in thirty"],
    [0.006, "one week in a hundred"],
    [0.004, "hardly ever"],
    [0.05, "one week in twenty"],
    [0.25, "one week in four"],
    [0.81, "four weeks in five"],
    [0.996, "nearly always"],
    [1, "always"],
    [0, "never"],
  ])("%d is %s", (chance, says) => {
    expect(oneIn(chance)).toBe(says);
  });

  test("fits the per cent beside it: never off by more than an eighth of it", () => {
    const numbers = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
    const others: Readonly<Record<string, number>> = {
      fifteen: 15,
      sixteen: 16,
      nineteen: 19,
      twenty: 20,
      "twenty-five": 25,
      thirty: 30,
      fifty: 50,
      "a hundred": 100,
    };
    const numberOf = (word: string) => others[word] ?? numbers.indexOf(word);
    for (let percent = 1; percent < 97; percent++) {
      const [, count, of] = /^(\S+) weeks? in (.+)$/.exec(oneIn(percent / 100))!;
      const share = (100 * numberOf(count!)) / numberOf(of!);
      expect([percent, Math.abs(share - percent) <= Math.max(0.5, percent / 8)]).toEqual([percent, true]);
    }
  });
});
