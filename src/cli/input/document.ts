/** An Account XML from a file or standard input, and the request it makes. */

import { decodeDocument } from '../../core/account/document-encoding.ts';
import { type BuiltRequest, buildRequest, type RequestInputs } from '../../core/build-request.ts';
import { withAllDiagnostics } from '../../language/all-diagnostics.ts';
import type { Console } from '../output/console.ts';
import { readWhole } from './read-file.ts';

export interface BuiltDocument extends BuiltRequest {
  readonly xml: string;
}

/** What reading the bytes found (ACC-1) stands before what building found. */
export async function buildFromFile(
  file: string,
  console: Console,
  inputs: Omit<RequestInputs, 'xml'>,
): Promise<BuiltDocument> {
  const { text, diagnostics } = decodeDocument(await readWhole(file, console));
  const built = withAllDiagnostics(buildRequest({ ...inputs, xml: text }));
  return { ...built, xml: text, diagnostics: [...diagnostics, ...built.diagnostics] };
}
