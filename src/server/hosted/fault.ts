/**
 * A fault of ours as one line of a log that strangers' requests must not get into: what kind it was
 * and where in our program. The message is left out, for it may hold what was being worked on.
 */
export function describeFault(error: unknown, place: string): string {
  const isError = error instanceof Error;
  const kind = isError ? error.name : typeof error;
  const code = isError && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : [];
  return JSON.stringify({ fault: kind, code, place, at: frames.slice(0, 6).map((line) => line.trim()) });
}
