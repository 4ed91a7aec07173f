/**
 * What the user of the app reads where the server gave no text (RES-2). The app's own
 * wording is not public: these words are ours, and views say so (`Verdict.generic`).
 */
export const genericText = 'The media could not be uploaded. Please try again later.';
