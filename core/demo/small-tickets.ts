import { drawFrom } from "./random.ts";
import { ticketsFrom } from "./tickets.ts";

/**
 * Forty weeks of Harborline's tickets. Their row of Support says 30 a week; since the new shops opened in the autumn more
 * come in.
 */
export const TICKETS = ticketsFrom(drawFrom(40), [
  {
    engagement: "Harborline desk",
    skill: "Windows",
    weeks: 40,
    expected: (week) => (week < 24 ? 28 : 32),
    hours: [0.5, 0.5, 1, 1, 1, 1.5, 2, 2, 2.5, 3, 4, 5],
  },
]);
