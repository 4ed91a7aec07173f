/**
 * Whether a JSON text opens more than `most` lists and objects within one another. Asked before it is
 * parsed: a quarter of a million of them, in 256 KiB, would keep the parser and the collector busy for tens
 * of milliseconds, in which nobody else is served. For text that isn't JSON the result means nothing.
 */
export function isDeeperThan(json: Uint8Array, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > most) return true;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  return false;
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Buffer.from('"\\[]{}');
