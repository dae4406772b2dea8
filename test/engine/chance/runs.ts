/** How many random cases a test judges: a sample, or with HEADROOM_ORACLE=full all that the method was judged by. */
export const runsOf = (sample: number, full: number): number =>
  process.env.HEADROOM_ORACLE === "full" ? full : sample;
