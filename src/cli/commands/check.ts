/** `check FILE…`: what is wrong with Account XMLs, for people and for programs. */
import { type AdviceChoice, findingsOf } from '../../language/findings/findings.ts';
import {
  type CheckedFile,
  type FindingsWriter,
  unreadableFile,
} from '../../reports/findings/checked-file.ts';
import { githubFindings } from '../../reports/findings/github.ts';
import { jsonFindings } from '../../reports/findings/json.ts';
import { junitFindings } from '../../reports/findings/junit.ts';
import { sarifFindings } from '../../reports/findings/sarif.ts';
import { countFindings, summaryOf } from '../../reports/findings/summary.ts';
import { textFindings } from '../../reports/findings/text.ts';
import { buildFromFile } from '../input/document.ts';
import { findFiles } from '../input/find-files.ts';
import { openMedia } from '../input/media-file.ts';
import { type InputsWithoutDocument, parseReading } from '../input/request-inputs.ts';
import { type FormatOf, parseBoundary, parseFormat } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { packageVersion } from '../package-root.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

const writers: { readonly [F in FormatOf<'check'>]: () => FindingsWriter } = {
  text: textFindings,
  json: jsonFindings,
  sarif: () => sarifFindings(packageVersion()),
  github: githubFindings,
  junit: junitFindings,
};

export async function check(args: readonly string[], console: Console): Promise<StatusOf<'check'>> {
  const { values, operands } = parseOptions('check', args);
  const format = parseFormat('check', values.format ?? (values.json ? 'json' : undefined));
  if (values.json && format !== 'json') throw new UsageError(`--json and --format ${format} differ.`);
  const inputs = { ...parseReading(values), ...(await anyUpload()) };
  // All are found before anything is printed: a missing file is bad usage, not half an answer.
  const { files, hasGlob } = await findFiles(operands);
  const choice = { advice: !values['no-advice'], isSample: true };
  const writer = writers[format]();
  const print = async (text: string) => {
    if (text !== '') await console.exact(text);
  };
  const counts = countFindings();
  await print(writer.start);
  for (const file of files) {
    const checked = await checkFile(file, console, inputs, choice);
    counts.add(checked);
    await print(writer.file(checked));
  }
  await print(writer.end());
  if (files.length > 1 || hasGlob) await console.err(summaryOf(counts.total()));
  return counts.total().errors > 0 ? exit.failed : exit.ok;
}

/** What was found can be gone when its turn comes: then that is what is said of it. */
async function checkFile(
  file: string,
  console: Console,
  inputs: InputsWithoutDocument,
  choice: AdviceChoice,
): Promise<CheckedFile> {
  try {
    const built = await buildFromFile(file, console, inputs);
    return { file, xml: built.xml, findings: findingsOf(built, choice) };
  } catch (error) {
    if (error instanceof UsageError) return unreadableFile(file, error.message);
    throw error;
  }
}

/** The document is in question, not the upload: a photo is at hand, and nothing is said of it. */
async function anyUpload(): Promise<Pick<InputsWithoutDocument, 'media' | 'boundary'>> {
  const sample = await openMedia({});
  await sample.close();
  const { name, size, declaredType, head } = sample.media;
  return { media: { name, size, declaredType, head }, boundary: parseBoundary(undefined) };
}
