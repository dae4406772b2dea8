/** Marks buttons that still work while all others wait. */
export const STAYS = "stays";

/**
 * Switch the buttons of a part of the page off for a while. They stay where they are and keep the focus: a button that is
 * really disabled would drop it. Gives what begins such a while, which gives what ends it.
 */
export function quieten(root: HTMLElement): () => () => void {
  let busy = false;
  const buttonAt = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>(`button:not(.${STAYS})`) : null;
  root.addEventListener(
    "click",
    (event) => {
      if (!busy || buttonAt(event) === null) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  return () => {
    busy = true;
    root.setAttribute("aria-busy", "true");
    const were = [...root.querySelectorAll(`button:not(.${STAYS})`)].map(
      (button) => [button, button.getAttribute("aria-disabled")] as const,
    );
    for (const [button] of were) button.setAttribute("aria-disabled", "true");
    return () => {
      busy = false;
      root.removeAttribute("aria-busy");
      for (const [button, before] of were) {
        if (before === null) button.removeAttribute("aria-disabled");
        else if (button.getAttribute("aria-disabled") === "true") button.setAttribute("aria-disabled", before);
      }
    };
  };
}
