/** The latest Account XML, for the last resort only: it outlives the page's own state. */
let latest = '';

export function keepLatestText(xml: string): void {
  latest = xml;
}

export function latestText(): string {
  return latest;
}
