/** What the build leaves in index.html for the server to write over: its address, boundary and root. */

/** The address that the built page names; who serves it writes its own (index-page.ts). */
export const prerenderedHost = '127.0.0.1:4173';

/** The boundary in the built page; who serves it writes one of its own and names it at the root. */
export const boundaryPattern = /mup-[0-9a-f]{30}/g;

/** The page's root up to where its attributes may go on. */
export const inertRoot = '<div id="root" inert';
