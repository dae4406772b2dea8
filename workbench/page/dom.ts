type Child = Node | string;

/** An element with its properties and children; text never turns into markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

/** An element of the page's own HTML. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new RangeError(`The page has no "${id}".`);
  return found;
}

/** When the browser has painted what was changed so far; a page that nobody sees does not paint, and goes on all the same. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, 0));
    setTimeout(done, UNSEEN_MS);
  });

const UNSEEN_MS = 500;
