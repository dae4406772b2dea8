/** Quillhaven's engagements. */
export const HARBORLINE = "Harborline desk";
export const MERIDIAN = "Meridian cloud care";
export const TIDEWATER = "Tidewater migration";
export const COBALT = "Cobalt platform";
export const JUNIPER = "Juniper data hub";
export const INTERNAL = "Internal tooling";
