/** Lines of JSON or XML, moved to the depth at which they stand. */
export const indented = (text: string, depth: number): string => text.replace(/^/gm, '  '.repeat(depth));
