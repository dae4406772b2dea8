/** A name every host accepts: letters, digits and "_", not like a cell address. */
export const blockName = (sheet: string, key: string): string =>
  `Headroom_${`${sheet}_${key}`.replace(/[^A-Za-z0-9]+/g, "_")}`;
