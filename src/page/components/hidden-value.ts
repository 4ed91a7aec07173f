/**
 * For an `<input>` whose value is kept from the eyes, and from a screen reader too, which would read
 * dots of a style sheet aloud. Named a one-time code, it is none that a browser offers to save: it
 * belongs to some server, not to this page.
 */
export const hiddenValue = { type: 'password', autoComplete: 'one-time-code' } as const;
