/** A skill in a person's list, with the level that follows it; 0 when none does. */
export interface ListedSkill {
  readonly skill: string;
  readonly level: number;
}

/** "AWS 4; Terraform 3", also between commas or lines. A level is one digit after a space, colon, slash or in brackets. */
export function skillsIn(text: string): readonly ListedSkill[] {
  const found: ListedSkill[] = [];
  for (const part of text.split(/[;,\n|]/)) {
    const one = part.trim();
    if (one !== "") found.push(skillIn(one));
  }
  return found;
}

function skillIn(text: string): ListedSkill {
  const closing = text.endsWith(")") || text.endsWith("]") ? 1 : 0;
  const digit = text.charCodeAt(text.length - 1 - closing) - 48;
  const before = text.charAt(text.length - 2 - closing);
  const separate = closing === 1 ? before === "(" || before === "[" : " :/=\t".includes(before) && before !== "";
  if (!(digit >= 0 && digit <= 9) || !separate) return { skill: text, level: 0 };
  const skill = text
    .slice(0, text.length - 2 - closing)
    .replace(/[\s:/=-]+(?:l|level)?$/i, "")
    .trim();
  return skill === "" ? { skill: text, level: 0 } : { skill, level: digit === 0 ? -1 : digit };
}
