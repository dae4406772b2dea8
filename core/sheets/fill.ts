const WHITE = "#ffffff";

/** A cell's own colour as every host says it: "#rrggbb" in small letters; null for white, none, or what is no such colour. */
export function fillOf(colour: string | null | undefined): string | null {
  const text = (colour ?? "").toLowerCase();
  return /^#[0-9a-f]{6}$/.test(text) && text !== WHITE ? text : null;
}
