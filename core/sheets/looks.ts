/** A cell's colours and letters; sizes in points, alignment where it is not the usual one. */
interface Paint {
  readonly background: `#${string}`;
  readonly text: `#${string}`;
  readonly bold: boolean;
  readonly size?: number;
  readonly align?: "left" | "right";
}

/** How a cell may look, by what it says rather than by its colour. One palette, so every host agrees. */
const PALETTE = {
  sheet: { background: "#ffffff", text: "#1f2937", bold: true, size: 14 },
  title: { background: "#ffffff", text: "#1f2937", bold: true, size: 11 },
  heading: { background: "#e5e7eb", text: "#1f2937", bold: true },
  "heading of numbers": { background: "#e5e7eb", text: "#1f2937", bold: true, align: "right" },
  group: { background: "#f3f4f6", text: "#1f2937", bold: true },
  label: { background: "#ffffff", text: "#1f2937", bold: false, align: "left" },
  note: { background: "#ffffff", text: "#4b5563", bold: false, align: "left" },
  /** Numbers, some of which are words. */
  figures: { background: "#ffffff", text: "#1f2937", bold: false, align: "right" },
  /** What stands in place of a number. */
  "no number": { background: "#ffffff", text: "#4b5563", bold: false, align: "right" },
  /** The same in a row of sums. */
  "no total": { background: "#f3f4f6", text: "#1f2937", bold: true, align: "right" },
  /** A share that cannot be taken because more was written off than came in: a loss, whatever the target. */
  loss: { background: "#fbd9d3", text: "#8a1c0c", bold: true, align: "right" },
  /** What Headroom keeps on a sheet for itself: there for who looks for it. */
  stamp: { background: "#ffffff", text: "#c5cad3", bold: false, size: 6, align: "right" },
  input: { background: "#fffbeb", text: "#1f2937", bold: false },
  total: { background: "#f3f4f6", text: "#1f2937", bold: true },
  short: { background: "#d95f02", text: "#ffffff", bold: true },
  tight: { background: "#fdd9b5", text: "#5f2c00", bold: false },
  fine: { background: "#f7f7f7", text: "#1f2937", bold: false },
  spare: { background: "#c6dbef", text: "#08306b", bold: false },
  good: { background: "#e3f1e1", text: "#1b4d2e", bold: false },
  bad: { background: "#fbd9d3", text: "#8a1c0c", bold: true },
  "says good": { background: "#ffffff", text: "#1b4d2e", bold: true },
  "says tight": { background: "#ffffff", text: "#7a3a00", bold: true },
  "says bad": { background: "#ffffff", text: "#8a1c0c", bold: true },
} as const satisfies Readonly<Record<string, Paint>>;

export type Look = keyof typeof PALETTE;
export const LOOKS: Readonly<Record<Look, Paint>> = PALETTE;
