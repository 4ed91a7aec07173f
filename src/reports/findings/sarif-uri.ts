/** A file name, its folders parted by `/`, as the URI of SARIF: relative where it is, else with its scheme. */
export function sarifUri(file: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(file)?.[0];
  if (drive) return `file:///${drive}${encoded(file.slice(drive.length))}`;
  return file.startsWith('/') ? `file://${encoded(file)}` : encoded(file);
}

/** Half a surrogate pair has no UTF-8. */
const encoded = (path: string) =>
  path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
