/**
 * Who can serve what, compiled once and shared by every period. A link joins one supplier to one need it may serve;
 * links are numbered supplier by supplier, scarcest need first, and listed a second time need by need, least flexible
 * supplier first. Those two orders make the first, greedy assignment nearly right.
 */
export interface FlowNet {
  readonly needs: number;
  readonly suppliers: number;
  readonly links: number;
  readonly linkSupplier: Int32Array;
  readonly linkNeed: Int32Array;
  /** The links of supplier s are supplierStart[s] up to supplierStart[s + 1]. */
  readonly supplierStart: Int32Array;
  /** The links to need n are needLink[needStart[n]] up to needLink[needStart[n + 1]]. */
  readonly needStart: Int32Array;
  readonly needLink: Int32Array;
  /** The supplier behind each entry of needLink, kept beside it for speed. */
  readonly needSupplier: Int32Array;
  /** Suppliers that serve the fewest needs first. */
  readonly leastFlexible: Int32Array;
}

/** Compiles who can serve what: `canServe[s]` lists the needs, numbered from 0, that supplier s may serve. */
export function flowNet(needs: number, canServe: readonly ArrayLike<number>[]): FlowNet {
  const suppliers = canServe.length;
  const served = canServe.map((list, supplier) => checked(needs, Array.from(list), supplier));
  const holders = new Int32Array(needs);
  for (const list of served) for (const need of list) holders[need]! += 1;

  const links = served.reduce((sum, list) => sum + list.length, 0);
  const linkSupplier = new Int32Array(links);
  const linkNeed = new Int32Array(links);
  const supplierStart = new Int32Array(suppliers + 1);
  served.forEach((list, supplier) => {
    let link = supplierStart[supplier]!;
    for (const need of list.sort((a, b) => holders[a]! - holders[b]! || a - b)) {
      linkSupplier[link] = supplier;
      linkNeed[link++] = need;
    }
    supplierStart[supplier + 1] = link;
  });

  const leastFlexible = Int32Array.from(served.keys()).sort((a, b) => served[a]!.length - served[b]!.length || a - b);
  const needStart = new Int32Array(needs + 1);
  holders.forEach((count, need) => {
    needStart[need + 1] = needStart[need]! + count;
  });
  const next = needStart.slice(0, needs);
  const needLink = new Int32Array(links);
  for (const supplier of leastFlexible) {
    for (let link = supplierStart[supplier]!; link < supplierStart[supplier + 1]!; link++) {
      needLink[next[linkNeed[link]!]!++] = link;
    }
  }
  const needSupplier = needLink.map((link) => linkSupplier[link]!);
  return {
    needs,
    suppliers,
    links,
    linkSupplier,
    linkNeed,
    supplierStart,
    needStart,
    needLink,
    needSupplier,
    leastFlexible,
  };
}

function checked(needs: number, list: number[], supplier: number): number[] {
  for (const need of list) {
    if (!Number.isInteger(need) || need < 0 || need >= needs) {
      throw new RangeError(`Supplier ${supplier} cannot serve need ${need}: needs are numbered 0 to ${needs - 1}.`);
    }
  }
  if (new Set(list).size < list.length) throw new RangeError(`Supplier ${supplier} lists a need twice: ${list}.`);
  return list;
}
