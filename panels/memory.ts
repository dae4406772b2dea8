const PREFIX = "headroom ";

/** What this browser remembers of the last visit; nothing, where storage is off. It holds no plan, only choices. */
export function recalled(what: string): string {
  try {
    return localStorage.getItem(PREFIX + what) ?? "";
  } catch {
    return "";
  }
}

export function remember(what: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // Then the next visit starts afresh.
  }
}
