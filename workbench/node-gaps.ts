// The engine expects Node 22 or a browser of its age; Node 20 lacks this one function it calls.
(Object as { groupBy?: unknown }).groupBy ??= (all: Iterable<unknown>, keyOf: (one: unknown, i: number) => string) => {
  const groups = Object.create(null) as Record<string, unknown[]>;
  let i = 0;
  for (const one of all) {
    const key = keyOf(one, i++);
    groups[key] ??= [];
    groups[key].push(one);
  }
  return groups;
};
