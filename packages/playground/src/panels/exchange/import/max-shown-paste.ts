/** A longer text is not put into a field: laying it out would hold up the page. Characters. */
export const MAX_SHOWN_PASTE = 100_000
