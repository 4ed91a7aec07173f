/**
 * For an `<input>` whose value is hidden on screen, and from a screen reader too, which would read a
 * value that only a style sheet hides. As a one-time code a browser doesn't offer to save it: it
 * belongs to some server, not to this page.
 */
export const hiddenValue = { type: 'password', autoComplete: 'one-time-code' } as const;
