/** A request in any of the formats. */
import { curlCommand } from './curl.ts';
import { curlForm } from './curl-form.ts';
import type { ExportedRequest } from './exported-request.ts';
import type { ExportId } from './formats.ts';
import { goProgram } from './go-program.ts';
import { httpFile } from './http-file.ts';
import { bodyChunks, type Chunk, messageChunks } from './message.ts';
import { nodeProgram } from './node-program.ts';
import { phpProgram } from './php-program.ts';
import { powershellCommand } from './powershell.ts';
import { pythonProgram } from './python-program.ts';

export type Written =
  /** `notes` are what its reader has to know of this very request. */
  | { readonly kind: 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'chunks'; readonly chunks: readonly Chunk[] };

/** HAR is apart: it holds the media itself (`harOf`). */
export type WrittenId = Exclude<ExportId, 'har'>;

/** `mediaPath` is the file as its reader will find it. */
export function writeExport(id: WrittenId, request: ExportedRequest, mediaPath: string): Written {
  switch (id) {
    case 'http':
      return { kind: 'chunks', chunks: messageChunks(request) };
    case 'body':
      return { kind: 'chunks', chunks: bodyChunks(request) };
    case 'curl':
      return text(curlCommand(request, mediaPath));
    case 'curl-form': {
      const { command, differences } = curlForm(request, mediaPath);
      return text(command, differences);
    }
    case 'powershell':
      return text(powershellCommand(request, mediaPath));
    case 'http-file':
      return text(httpFile(request, mediaPath));
    case 'node':
      return text(nodeProgram(request));
    case 'python':
      return text(pythonProgram(request));
    case 'php':
      return text(phpProgram(request));
    case 'go':
      return text(goProgram(request));
  }
}

function text(written: string, notes: readonly string[] = []): Written {
  return { kind: 'text', text: written, notes };
}
