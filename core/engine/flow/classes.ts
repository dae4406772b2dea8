/** Suppliers merged by what they can serve: `classOf[s]` is the class of supplier s, `canServe[c]` the needs of class c. */
export interface SupplierClasses {
  readonly classOf: Int32Array;
  readonly canServe: number[][];
}

/**
 * Groups suppliers that can serve exactly the same needs. They are interchangeable, so the shortfall, its bottlenecks
 * and its split stay exactly the same, and the net of a large firm with shared job profiles becomes much smaller.
 */
export function supplierClasses(canServe: readonly ArrayLike<number>[]): SupplierClasses {
  const known = new Map<string, number>();
  const classes: number[][] = [];
  const classOf = Int32Array.from(canServe, (list) => {
    const needs = Array.from(list).sort((a, b) => a - b);
    const key = needs.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, classes.length);
    return classes.push(needs) - 1;
  });
  return { classOf, canServe: classes };
}

/** The minutes of each class: those of its suppliers added up. */
export function classMinutes(classes: SupplierClasses, minutes: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(classes.canServe.length);
  classes.classOf.forEach((of, supplier) => {
    sums[of]! += minutes[supplier]!;
  });
  return sums;
}
