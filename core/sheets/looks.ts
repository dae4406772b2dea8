/** How a cell may look, by what it says rather than by its colour. One palette, so every host agrees. */
export const LOOKS = {
  title: { background: "#ffffff", text: "#1f2937", bold: true },
  heading: { background: "#e5e7eb", text: "#1f2937", bold: true },
  group: { background: "#f3f4f6", text: "#1f2937", bold: true },
  note: { background: "#ffffff", text: "#4b5563", bold: false },
  input: { background: "#fffbeb", text: "#1f2937", bold: false },
  total: { background: "#f3f4f6", text: "#1f2937", bold: true },
  short: { background: "#d95f02", text: "#ffffff", bold: true },
  tight: { background: "#fdd9b5", text: "#5f2c00", bold: false },
  fine: { background: "#f7f7f7", text: "#1f2937", bold: false },
  spare: { background: "#c6dbef", text: "#08306b", bold: false },
  good: { background: "#e3f1e1", text: "#1b4d2e", bold: false },
  bad: { background: "#fbd9d3", text: "#8a1c0c", bold: true },
} as const;

export type Look = keyof typeof LOOKS;
