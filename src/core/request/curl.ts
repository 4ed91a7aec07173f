/**
 * The request as a command for a POSIX shell: curl sends the same body, byte for byte, and the same
 * headers; only of an empty one it leaves out the space after the colon.
 */
import { hasUnseen } from '../source/escape-unseen.ts';
import { bodyChunks } from './bytes.ts';
import type { RequestPlan } from './plan.ts';

/** `mediaPath` is the file as the shell will find it. */
export function curlCommand(plan: RequestPlan, mediaPath: string): string {
  const body = bodyChunks(plan).map((chunk) =>
    chunk === 'media' ? `cat <${quote(mediaPath)}` : `printf '${printfFormat(chunk)}'`,
  );
  const headers = curlHeaders(plan).map((header) => `  -H ${quote(header)} \\\n`);
  return [
    `{ ${body.join('; \\\n  ')}; } |\n`,
    `curl --http1.1 --globoff --path-as-is -X ${plan.method} ${quote(plan.url)} \\\n`,
    ...headers,
    '  --data-binary @-\n',
  ].join('');
}

/** As curl reads them; nothing of its own: no Accept, no Expect. */
export function curlHeaders(plan: RequestPlan): readonly string[] {
  const headers = plan.headers.map(({ name, value }) =>
    isEmptyForCurl(value) ? `${name};` : `${name}: ${value}`,
  );
  return ['Accept:', 'Expect:', ...headers];
}

/** What curl takes for no value, and would leave out with its name; a no-break space is one. */
function isEmptyForCurl(value: string): boolean {
  return /^[ \t\v\f]*$/.test(value);
}

/**
 * What a terminal would obey, or an eye miss, is left to `printf` (`$'\033'` is no POSIX). What it
 * prints loses line breaks at its end: those are added after it.
 */
function quote(text: string): string {
  if (!hasUnseen(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const [ends = ''] = /\n*$/.exec(text) ?? [];
  const bytes = new TextEncoder().encode(text.slice(0, text.length - ends.length));
  // A shell that people type into replaces `!` inside double quotes by an earlier command.
  const format = printfFormat(bytes).replaceAll('!', '\\041');
  return `"$(printf '${format}')"${ends && `'${ends}'`}`;
}

/** Bytes as the format of `printf`: plain where they are plain, else octal escapes. */
function printfFormat(bytes: Uint8Array): string {
  let format = '';
  for (const byte of bytes) {
    if (byte === 0x0d) format += '\\r';
    else if (byte === 0x0a) format += '\\n';
    else if (byte === 0x25) format += '%%';
    // A format that starts with a hyphen would be taken for an option.
    else if (byte === 0x2d && format === '') format += '\\055';
    else if (byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c)
      format += String.fromCharCode(byte);
    else format += `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return format;
}
