/** `check FILE…`: what is wrong with an Account XML, as lines or JSON. */
import { type Console, type ExitStatus, exit } from './console.ts';
import { diagnosticLines, diagnosticsJson, hasErrors } from './diagnostic-output.ts';
import { type BuiltDocument, buildFromFile } from './document.ts';
import { openMedia } from './media-file.ts';
import { parseOptions } from './parse-options.ts';
import { type InputsWithoutDocument, parseReading } from './request-inputs.ts';
import { parseBoundary, readingOptions } from './request-options.ts';
import { UsageError } from './usage-error.ts';

interface CheckedFile extends BuiltDocument {
  readonly file: string;
}

export async function check(args: readonly string[], console: Console): Promise<ExitStatus> {
  const { values, positionals } = parseOptions(args, { ...readingOptions, json: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('check needs one file or more; - reads standard input.');
  const inputs = { ...parseReading(values), ...(await anyUpload()) };
  // All are read before anything is printed: a missing file is bad usage, not half an answer.
  const checked: CheckedFile[] = [];
  for (const file of positionals) checked.push({ ...(await buildFromFile(file, console, inputs)), file });
  if (values.json) await console.json(checked.map(asJson));
  else await console.out(checked.flatMap(asLines));
  return checked.some(({ diagnostics }) => hasErrors(diagnostics)) ? exit.failed : exit.ok;
}

/** The document is in question, not the upload: a photo is at hand, and nothing is said of it. */
async function anyUpload(): Promise<Pick<InputsWithoutDocument, 'media' | 'boundary'>> {
  const sample = await openMedia({});
  await sample.close();
  const { name, size, declaredType, head } = sample.media;
  return { media: { name, size, declaredType, head }, boundary: parseBoundary(undefined) };
}

function asLines({ diagnostics, xml, file }: CheckedFile): readonly string[] {
  return diagnosticLines(diagnostics, xml, file);
}

function asJson({ diagnostics, xml, file }: CheckedFile) {
  return { file, diagnostics: diagnosticsJson(diagnostics, xml) };
}
