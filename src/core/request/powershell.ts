/**
 * The request as a command for PowerShell 7 and Windows PowerShell 5.1, sent by curl, which comes with
 * Windows 10 and later. The two hand a program its arguments and its input differently (quotes, code
 * pages, a BOM), so body and options go through files. Every string is ASCII in single quotes: no `$`,
 * backtick, typographic quote or encoding of a saved script changes it. The bytes sent are those of the
 * preview; only of an empty header curl leaves out the space after the colon.
 */
import { hasUnseen } from '../source/escape-unseen.ts';
import { utf8 } from '../template/percent-encoding.ts';
import { bodyChunks } from './bytes.ts';
import { curlHeaders } from './curl.ts';
import type { RequestPlan } from './plan.ts';

/** `mediaPath` is the file as PowerShell will find it. */
export function powershellCommand(plan: RequestPlan, mediaPath: string): string {
  const body = bodyChunks(plan).flatMap((chunk) =>
    chunk === 'media' ? 'Add-Media' : linesOf(chunk).map((line) => `Add-Text ${quoteBytes(line)}`),
  );
  return `& {
  $ErrorActionPreference = 'Stop'
  $curl = Get-Command -Name 'curl.exe', 'curl' -CommandType Application -ErrorAction Ignore | Select-Object -First 1
  if (-not $curl) { throw 'curl was not found.' }
  $media = Convert-Path -LiteralPath ${pathOf(mediaPath)}
  $folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
  # A character a byte; \\xHH is the byte HH.
  $latin1 = [Text.Encoding]::GetEncoding(28591)
  function Add-Text($text) {
    $bytes = $latin1.GetBytes([regex]::Unescape($text))
    $file.Write($bytes, 0, $bytes.Length)
  }
  function Add-Media {
    $source = [IO.File]::OpenRead($media)
    try { $source.CopyTo($file) } finally { $source.Dispose() }
  }
  $null = [IO.Directory]::CreateDirectory($folder)
  Push-Location -LiteralPath $folder
  try {
    $file = [IO.File]::Create((Join-Path $folder 'options'))
    try {
${indented(curlOptions(plan).map((line) => `Add-Text ${quoteBytes(utf8(`${line}\n`))}`))}
    } finally { $file.Dispose() }
    $file = [IO.File]::Create((Join-Path $folder 'body'))
    try {
${indented(body)}
    } finally { $file.Dispose() }
    & $curl --config options
  } finally {
    Pop-Location
    Remove-Item -LiteralPath $folder -Recurse
  }
}
`;
}

function curlOptions(plan: RequestPlan): readonly string[] {
  return [
    'http1.1',
    'globoff',
    'path-as-is',
    'silent',
    'show-error',
    `request = ${quoteForCurl(plan.method)}`,
    `url = ${quoteForCurl(plan.url)}`,
    ...curlHeaders(plan).map((header) => `header = ${quoteForCurl(header)}`),
    'data-binary = "@body"',
  ];
}

/** As curl reads its config files. */
function quoteForCurl(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\r': 'r', '\n': 'n', '\t': 't', '\v': 'v' };
  return `"${text.replaceAll(/[\\"\r\n\t\v]/g, (found) => `\\${escapes[found] ?? found}`)}"`;
}

/** A string that `[regex]::Unescape` makes a character a byte. */
function quoteBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte === 0x0d) text += '\\r';
    else if (byte === 0x0a) text += '\\n';
    else if (byte === 0x5c) text += '\\\\';
    else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else text += `\\x${hex(byte, 2)}`;
  }
  return quote(text);
}

/** Plain where it is ASCII, as `C:\photo.jpg` is. */
function pathOf(path: string): string {
  if (!hasUnseen(path) && !/[^\0-\x7f]/.test(path)) return quote(path);
  let text = '';
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (code === 0x5c) text += '\\\\';
    else text += code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : `\\u${hex(code, 4)}`;
  }
  return `([regex]::Unescape(${quote(text)}))`;
}

/** For ASCII: among the characters that PowerShell takes for a single quote only one is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Each with its LF, for people to read. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `      ${line}`).join('\n');
}

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
