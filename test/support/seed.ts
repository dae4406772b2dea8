import fc from "fast-check";

/** The same random cases on every run, so that a red run can be repeated; HEADROOM_SEED asks for others. */
fc.configureGlobal({ seed: Number(process.env.HEADROOM_SEED ?? 46027) });
