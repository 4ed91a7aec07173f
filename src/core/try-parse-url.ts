/**
 * The WHATWG URL of a text, or null. Not `URL.canParse`: on Node 20 that refuses accented letters
 * once the call is hot.
 */
export function tryParseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
