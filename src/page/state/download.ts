/** To the browser's downloads: bytes as they are. */
export function download(name: string, content: Blob): void {
  // Not by its own type: a browser that shows it in a tab would not save it.
  const url = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
