/** `set FILE KEY=VALUE…`: edits keys of an Account XML and nothing else (ACC-6). */
import { writeFile } from 'node:fs/promises';
import { decodeDocument } from '../../core/account/document-encoding.ts';
import { applyEdits, type EditOutcome, removeKey, setKey } from '../../core/account/edit-account.ts';
import type { AccountChoice } from '../../core/account/read-account.ts';
import { readWhole, unreadable } from '../input/read-file.ts';
import { parseAccount } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

type Change = (text: string, choice: AccountChoice) => EditOutcome;

/** All changes are made, in their order, or none: a refused one leaves the file as it was. */
export async function set(args: readonly string[], console: Console): Promise<StatusOf<'set'>> {
  const { values, operands } = parseOptions('set', args);
  const [file, ...assignments] = operands;
  if (values['in-place'] && file === '-') throw new UsageError('--in-place needs a file to write to.');
  const removals = (values.remove ?? []).map(
    (key): Change =>
      (text, choice) =>
        removeKey(text, choice, key),
  );
  const changes = [...assignments.map(parseAssignment), ...removals];
  if (changes.length === 0) throw new UsageError('set needs KEY=VALUE or --remove KEY.');
  const choice = { account: parseAccount(values.account), locale: values.locale };
  const { text, diagnostics } = decodeDocument(await readWhole(file, console));
  const [unreadableText] = diagnostics;
  if (unreadableText) return refuse(file, unreadableText.message, console);
  let edited = text;
  for (const change of changes) {
    const outcome = change(edited, choice);
    if (outcome.kind === 'refused') return refuse(file, outcome.reason, console);
    edited = applyEdits(edited, outcome.edits);
  }
  if (!values['in-place']) await console.document(edited);
  else if (edited !== text) await writeBack(file, edited);
  return exit.ok;
}

function parseAssignment(text: string): Change {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError(`${text} is not KEY=VALUE.`);
  const key = text.slice(0, at);
  const value = text.slice(at + 1);
  return (document, choice) => setKey(document, choice, key, value);
}

async function writeBack(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(unreadable(file, error).replace('be read', 'be written'));
  }
}

async function refuse(file: string, reason: string, console: Console): Promise<StatusOf<'set'>> {
  await console.err([`${file}: ${reason}`, 'Nothing was changed.']);
  return exit.failed;
}
