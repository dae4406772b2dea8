/** The engine's interface library is a script of its own in the page. */
declare const owl: typeof import("@odoo/owl");
export const library = owl;
