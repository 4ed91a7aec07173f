/**
 * Whether a server's text may become a link. Written out as http or https, and parsed without a base:
 * `http:api/token` would lead into the page's own origin, and a script must not come in at all.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
