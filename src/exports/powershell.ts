/**
 * The request as a command for PowerShell 7 and Windows PowerShell 5.1, sent by curl, which comes with
 * Windows 10 and later. The two hand a program its arguments and its input differently (quotes, code
 * pages, a BOM), so body and options go through files. Every string is ASCII in single quotes: no `$`,
 * backtick, typographic quote or encoding of a saved script changes it.
 */
import { hasUnseen } from '../core/source/escape-unseen.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { type CurlPiece, curlHeaders } from './curl-headers.ts';
import { bodyPieces, type ExportedRequest, isVariable } from './exported-request.ts';
import { linesOf } from './program.ts';

/** `mediaPath` is the file as PowerShell will find it. */
export function powershellCommand(request: ExportedRequest, mediaPath: string): string {
  const body = bodyPieces(request).flatMap((piece) => {
    if (piece === 'media') return ['Add-Media'];
    if (isVariable(piece)) return [`Add-Bytes ($utf8.GetBytes($env:${piece.variable}))`];
    return linesOf(piece).map(addText);
  });
  const { mediaSize, variables } = request;
  return `& {
  $ErrorActionPreference = 'Stop'
  $curl = Get-Command -Name 'curl.exe', 'curl' -CommandType Application -ErrorAction Ignore | Select-Object -First 1
  if (-not $curl) { throw 'curl was not found.' }
${variables.map(({ name }) => `  if (-not $env:${name}) { throw 'Set the environment variable ${name}.' }\n`).join('')}${mediaSize === null ? '' : `  $media = Convert-Path -LiteralPath ${pathOf(mediaPath)}\n`}  $folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
  # A character a byte; \\xHH is the byte HH.
  $latin1 = [Text.Encoding]::GetEncoding(28591)
${variables.length === 0 ? '' : variableHelpers}  function Add-Text($text) {
    $bytes = $latin1.GetBytes([regex]::Unescape($text))
    $file.Write($bytes, 0, $bytes.Length)
  }
${mediaSize === null ? '' : mediaHelper}  $null = [IO.Directory]::CreateDirectory($folder)
  Push-Location -LiteralPath $folder
  try {
    $file = [IO.File]::Create((Join-Path $folder 'body'))
    try {
${indented(body)}
      $length = $file.Length
    } finally { $file.Dispose() }
    $file = [IO.File]::Create((Join-Path $folder 'options'))
    try {
${indented(curlOptions(request).flatMap(addOption))}
    } finally { $file.Dispose() }
    & $curl --config options
  } finally {
    Pop-Location
    Remove-Item -LiteralPath $folder -Recurse
  }
}
`;
}

const variableHelpers = `  $utf8 = New-Object Text.UTF8Encoding $false
  function Add-Bytes($bytes) { $file.Write($bytes, 0, $bytes.Length) }
  # In the quotes of a file for curl.
  function Add-Quoted($text) { Add-Bytes ($utf8.GetBytes(($text -replace '[\\\\"]', '\\$0'))) }
`;

const mediaHelper = `  function Add-Media {
    $source = [IO.File]::OpenRead($media)
    try { $source.CopyTo($file) } finally { $source.Dispose() }
  }
`;

/** A name, and what stands in quotes behind it, if anything. */
type CurlOption = string | readonly [name: string, value: readonly CurlPiece[]];

function curlOptions(request: ExportedRequest): readonly CurlOption[] {
  return [
    'http1.1',
    'globoff',
    'path-as-is',
    'silent',
    'show-error',
    ['request', [request.method]],
    ['url', [request.origin, ...request.target]],
    ...curlHeaders(request).map((header) => ['header', header] as const),
    ['data-binary', ['@body']],
  ];
}

/** One call a line where there is no variable in it. */
function addOption(option: CurlOption): readonly string[] {
  if (typeof option === 'string') return [addText(utf8(`${option}\n`))];
  const calls: string[] = [];
  const [name, value] = option;
  let text = `${name} = "`;
  for (const piece of value) {
    if (typeof piece === 'string') text += escapeForCurl(piece);
    else {
      calls.push(addText(utf8(text)));
      calls.push(isVariable(piece) ? `Add-Quoted $env:${piece.variable}` : 'Add-Text ([string]$length)');
      text = '';
    }
  }
  return [...calls, addText(utf8(`${text}"\n`))];
}

/** As curl reads its config files. */
function escapeForCurl(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\r': 'r', '\n': 'n', '\t': 't', '\v': 'v' };
  return text.replaceAll(/[\\"\r\n\t\v]/g, (found) => `\\${escapes[found] ?? found}`);
}

const addText = (bytes: Uint8Array) => `Add-Text ${quoteBytes(bytes)}`;

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

function indented(lines: readonly string[]): string {
  return lines.map((line) => `      ${line}`).join('\n');
}

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
