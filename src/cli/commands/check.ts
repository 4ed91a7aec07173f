/** `check FILE…`: what is wrong with an Account XML, as lines or JSON. */

import { type Finding, findingsOf } from '../../language/findings/findings.ts';
import { diagnosticsJson } from '../../language/findings/places.ts';
import { buildFromFile } from '../input/document.ts';
import { openMedia } from '../input/media-file.ts';
import { type InputsWithoutDocument, parseReading } from '../input/request-inputs.ts';
import { parseBoundary } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines, hasErrors } from '../output/diagnostics.ts';
import { parseOptions } from '../parse-options.ts';

interface CheckedFile {
  readonly file: string;
  readonly xml: string;
  readonly findings: readonly Finding[];
}

export async function check(args: readonly string[], console: Console): Promise<StatusOf<'check'>> {
  const { values, operands } = parseOptions('check', args);
  const inputs = { ...parseReading(values), ...(await anyUpload()) };
  // All are read before anything is printed: a missing file is bad usage, not half an answer.
  const checked: CheckedFile[] = [];
  const choice = { advice: !values['no-advice'], isSample: true };
  for (const file of operands) {
    const built = await buildFromFile(file, console, inputs);
    checked.push({ file, xml: built.xml, findings: findingsOf(built, choice) });
  }
  if (values.json) await console.json(checked.map(asJson));
  else await console.out(checked.flatMap(asLines));
  return checked.some(({ findings }) => hasErrors(findings)) ? exit.failed : exit.ok;
}

/** The document is in question, not the upload: a photo is at hand, and nothing is said of it. */
async function anyUpload(): Promise<Pick<InputsWithoutDocument, 'media' | 'boundary'>> {
  const sample = await openMedia({});
  await sample.close();
  const { name, size, declaredType, head } = sample.media;
  return { media: { name, size, declaredType, head }, boundary: parseBoundary(undefined) };
}

function asLines({ findings, xml, file }: CheckedFile): readonly string[] {
  return diagnosticLines(findings, xml, file);
}

function asJson({ findings, xml, file }: CheckedFile) {
  return { file, diagnostics: diagnosticsJson(findings, xml) };
}
