/** What comes back to the sidebar for a question, as JSON text. */
export type Answered = { readonly reply: unknown } | { readonly problem: string };
