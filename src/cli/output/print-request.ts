/** A request on standard output, in the formats of `preview` and `send`. */
import { headBytes } from '../../core/request/bytes.ts';
import { curlCommand } from '../../core/request/curl.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { powershellCommand } from '../../core/request/powershell.ts';
import { bodyBytes } from '../input/body-bytes.ts';
import type { MediaFile } from '../input/media-file.ts';
import type { requestFormats } from '../options.ts';
import type { Console } from './console.ts';

type RequestFormat = keyof typeof requestFormats;

/** `http` and `body` are the exact bytes; a `MediaChanged` can come after a part of them. */
export async function printRequest(
  plan: RequestPlan,
  format: RequestFormat,
  media: MediaFile,
  console: Console,
): Promise<void> {
  switch (format) {
    case 'curl':
      await console.out(curlCommand(plan, media.path).trimEnd().split('\n'));
      return console.err(
        'This command is for a POSIX shell (sh, bash, zsh). PowerShell and cmd cannot run it: use --format powershell.',
      );
    case 'powershell':
      return console.out(powershellCommand(plan, media.path).trimEnd().split('\n'));
    case 'http':
      await console.exact(headBytes(plan));
      return printBody(plan, media, console);
    case 'body':
      return printBody(plan, media, console);
  }
}

async function printBody(plan: RequestPlan, media: MediaFile, console: Console): Promise<void> {
  for await (const chunk of bodyBytes(plan, media)) await console.exact(chunk);
}
