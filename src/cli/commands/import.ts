/** `import FILE`: from a request that was captured somewhere to the Account XML that makes the app send it. */
import type { CaptureFault } from '../../capture/captured.ts';
import type { Choices, Guess } from '../../import/guesses.ts';
import { type Imported, importRequest } from '../../import/import-request.ts';
import { literal } from '../../import/meanings.ts';
import { readCapture } from '../input/capture.ts';
import { parseAssumptions } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export async function importCapture(args: readonly string[], console: Console): Promise<StatusOf<'import'>> {
  const { values, operands } = parseOptions('import', args);
  const [file] = operands;
  const assumptions = parseAssumptions(values.assume);
  const readFiles = values['read-files'] ?? false;
  const { request, faults } = await readCapture(file, console, { entry: values.entry, readFiles });
  if (request === null) throw new UsageError(`${file} holds no request.`, ...faults.map(({ text }) => text));
  const options = { assumptions, asCaptured: values['as-captured'] ?? false };
  const choices = choicesOf(values.take ?? [], importRequest(request, options).guesses);
  const imported = importRequest(request, { ...options, choices });
  if (values.json) await console.json(importJson(imported, faults));
  else {
    await console.err(lines(imported, faults));
    await console.document(imported.xml);
  }
  const isRead = faults.every(({ severity }) => severity === 'note');
  return imported.proof.same && isRead ? exit.ok : exit.failed;
}

/** A place by its id or as it is called in the lines: `part:0`, `part to`. */
function choicesOf(given: readonly string[], guesses: readonly Guess[]): Choices {
  const pairs = given.map((text) => {
    const at = text.lastIndexOf('=');
    const [place, meaning] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    const guess = guesses.find(({ id, where }) => id === place || where === place);
    if (guess === undefined) {
      const known = guesses.map(({ where }) => where).slice(0, 40);
      throw new UsageError(`--take ${text}: there is no such place; there are ${known.join(', ')}.`);
    }
    if (!guess.choices.includes(meaning))
      throw new UsageError(`--take ${text}: ${guess.where} can be ${guess.choices.join(', ')}.`);
    return [guess.id, meaning] as const;
  });
  return Object.fromEntries(pairs);
}

function lines({ guesses, parameters, proof }: Imported, faults: readonly CaptureFault[]): readonly string[] {
  const secrets = new Set(guesses.filter(({ isSecret }) => isSecret).map(({ meaning }) => meaning));
  const given = Object.entries(parameters).map(
    ([name, value]) => `--param ${quote(`${name}=${secrets.has(name) ? '…' : value}`)}`,
  );
  const differences = proof.differences.map(({ rule, where, text }) => `differs: ${rule} ${where}: ${text}`);
  return [
    ...faults.map(({ severity, text }) => `${severity === 'note' ? 'note' : 'capture'}: ${text}`),
    ...guesses.filter(({ meaning }) => meaning !== literal).map(guessLine),
    ...proof.standIns.map((path) => `note: ${path} is not at hand; a stand-in was compared.`),
    ...differences,
    ...(proof.same ? ['proof: the same bytes again.'] : []),
    ...(given.length > 0 ? [`preview it with ${given.join(' ')}`] : []),
  ];
}

function guessLine({ where, value, meaning, confidence, why, isSecret }: Guess): string {
  const shown = isSecret ? '' : ` ${quote(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`;
  return `guess: ${where}${shown} is ${meaning} (${confidence}: ${why})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function importJson(
  { xml, guesses, parameters, media, boundary, proof }: Imported,
  faults: readonly CaptureFault[],
) {
  return {
    xml,
    parameters,
    media: { name: media.name, size: media.size, type: media.declaredType },
    boundary,
    guesses,
    proof,
    faults,
  };
}
