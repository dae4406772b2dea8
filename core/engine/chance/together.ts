import type { Book, ChanceGrain, ChanceModel, Effect, Spare, Thing } from "./model.ts";

/** Several things decided by one draw: each keeps its own odds, and they come as far as can be together. */
export function together(model: ChanceModel, members: readonly number[]): ChanceModel {
  const [first] = members;
  if (first === undefined) return model;
  const joint = jointStates(model.things, members);
  const things = model.things.map((thing, number): Thing => {
    if (number === first) return { ...thing, chances: joint.map(({ chance }) => chance) };
    return members.includes(number) ? { ...thing, chances: [1] } : thing;
  });
  return { ...model, things, grains: model.grains.map((grain) => jointGrain(grain, members, joint)) };
}

/** The states that the members are in together. */
interface Joint {
  readonly chance: number;
  /** By member. */
  readonly states: readonly number[];
}

const TINY = 1e-9;

/** Every member's states lie side by side on the line from 0 to 1; between two cuts of any of them nothing changes. */
function jointStates(things: readonly Thing[], members: readonly number[]): readonly Joint[] {
  const ends = members.map((member) => {
    let sum = 0;
    return things[member]!.chances.map((chance) => {
      sum += chance;
      return sum;
    });
  });
  const cuts = ends.flatMap((own) => own.slice(0, -1)).sort((a, b) => a - b);
  const joint: Joint[] = [];
  let from = 0;
  for (const to of [...cuts, 1]) {
    if (to - from < TINY) continue;
    const middle = (from + to) / 2;
    joint.push({ chance: to - from, states: ends.map((own) => own.findIndex((end) => middle < end)) });
    from = to;
  }
  return joint;
}

function jointGrain(grain: ChanceGrain, members: readonly number[], joint: readonly Joint[]): ChanceGrain {
  const effects = (all: readonly Effect[]) => jointEffects(all, members, joint);
  return {
    ...grain,
    effects: effects(grain.effects),
    books: grain.books.flatMap((book) => jointBook(book, members, joint)),
    spares: grain.spares.map((spare) => jointSpare(spare, members, joint)),
    away: grain.away.map((away) => ({ ...away, booked: effects(away.booked) })),
  };
}

function jointEffects(all: readonly Effect[], members: readonly number[], joint: readonly Joint[]): readonly Effect[] {
  const others = all.filter(({ thing }) => !members.includes(thing));
  const together = joint.flatMap(({ states }, state): readonly Effect[] => {
    const own = all.filter(({ thing, state: at }) => states[members.indexOf(thing)] === at);
    return own.length === 0 ? [] : [{ thing: members[0]!, state, demand: sumOf(own.map(({ demand }) => demand)) }];
  });
  return [...others, ...together];
}

/** Lists of variant, minutes, variant, minutes … added up. */
function sumOf(lists: readonly (readonly number[])[]): readonly number[] {
  const sums = new Map<number, number>();
  for (const list of lists)
    for (let i = 0; i < list.length; i += 2) sums.set(list[i]!, (sums.get(list[i]!) ?? 0) + list[i + 1]!);
  return [...sums].sort(([a], [b]) => a - b).flat();
}

function jointBook(book: Book, members: readonly number[], joint: readonly Joint[]): readonly Book[] {
  const member = members.indexOf(book.thing);
  if (member < 0) return [book];
  return joint.flatMap(({ states }, state) =>
    states[member] === book.state ? [{ ...book, thing: members[0]!, state }] : [],
  );
}

function jointSpare(spare: Spare, members: readonly number[], joint: readonly Joint[]): Spare {
  const own = spare.things.flatMap((thing, at) => (members.includes(thing) ? [at] : []));
  if (own.length === 0) return spare;
  const days = spare.left.map((_, day) => day);
  const booked = joint.map(({ states }) =>
    days.map((day) =>
      own.reduce((sum, at) => sum + spare.booked[at]![states[members.indexOf(spare.things[at]!)]!]![day]!, 0),
    ),
  );
  const rest = [...spare.things.keys()].filter((at) => !own.includes(at));
  return {
    ...spare,
    things: [members[0]!, ...rest.map((at) => spare.things[at]!)],
    booked: [booked, ...rest.map((at) => spare.booked[at]!)],
  };
}
