/** `receiver FILE`: a small server that accepts the upload of an Account XML. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findingsOf } from '../../language/findings/findings.ts';
import { receiverFacts } from '../../receivers/facts.ts';
import { type ReceiverLanguage, receiverFiles, receiverLanguages } from '../../receivers/starters.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs } from '../input/request-inputs.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export async function receiver(args: readonly string[], console: Console): Promise<StatusOf<'receiver'>> {
  const { values, operands } = parseOptions('receiver', args);
  const [file] = operands;
  const language = parseLanguage(values.language);
  const { out } = values;
  if (out === undefined) throw new UsageError('receiver needs the folder for its files: --out DIR.');
  const { inputs, media } = await openInputs(values);
  await media.close();
  const built = await buildFromFile(file, console, inputs);
  const facts = receiverFacts(built);
  if (facts === null) {
    await console.err(diagnosticLines(findingsOf(built, { advice: false }), built.xml, file));
    await console.err('There is no upload to receive: no request with a file part can be built.');
    return exit.failed;
  }
  return writeAll(out, receiverFiles(language, facts), console);
}

/** All or none: what is there already is somebody's work. */
async function writeAll(
  out: string,
  files: Readonly<Record<string, string>>,
  console: Console,
): Promise<StatusOf<'receiver'>> {
  const paths = Object.entries(files).map(([name, text]) => ({ path: join(out, name), text }));
  const there = paths.filter(({ path }) => existsSync(path));
  if (there.length > 0) {
    await console.err([
      ...there.map(({ path }) => `${path} is there already.`),
      'Nothing was written. Name another folder with --out.',
    ]);
    return exit.failed;
  }
  try {
    for (const { path, text } of paths) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
    }
  } catch (error) {
    await console.err(`The files could not be written: ${error instanceof Error ? error.message : error}`);
    return exit.failed;
  }
  await console.out(paths.map(({ path }) => path));
  return exit.ok;
}

function parseLanguage(text: string | undefined): ReceiverLanguage {
  const found = receiverLanguages.find((language) => language === text);
  if (found === undefined)
    throw new UsageError(
      `receiver needs a language: --language ${receiverLanguages.join('|')}${text === undefined ? '' : `, not ${text}`}.`,
    );
  return found;
}
