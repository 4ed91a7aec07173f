/** Names that were probably meant: other case, other separators, one letter off (RES-5). */

/** Whether `candidate` is not `name` but close enough to be pointed out. */
export function isNearMiss(candidate: string, name: string): boolean {
  if (candidate === name || candidate.length > 2 * name.length) return false;
  return withinOneEdit(bare(candidate), bare(name));
}

/** `mediaUrl`, `Media_URL`, `media-url` and `media.url` are all `mediaurl`. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** One letter more, less or other, or two neighbours swapped. */
function withinOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (start === a.length) return b.length <= start + 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
