/** `link FILE`: a link to a session; `link --decode URL`: what is in one. */
import { decodeDocument } from '../../core/account/document-encoding.ts';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { fitOf, linkTo, readLink } from '../../links/links.ts';
import { applyPrefill } from '../../links/prefill.ts';
import { reviewSession, type SharedSecret } from '../../links/review.ts';
import { writeSessionFile } from '../../links/session-file.ts';
import {
  emptySession,
  isXmlTooLong,
  type ReadShared,
  type SharedSession,
} from '../../links/shared-session.ts';
import { readWhole } from '../input/read-file.ts';
import { parseReading } from '../input/request-inputs.ts';
import { parseMediaType } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

type Values = ReturnType<typeof parseOptions<'link'>>['values'];

export async function link(args: readonly string[], console: Console): Promise<StatusOf<'link'>> {
  const { values, operands } = parseOptions('link', args);
  return values.decode ? decode(operands[0], values, console) : encode(operands[0], values, console);
}

async function encode(file: string, values: Values, console: Console): Promise<StatusOf<'link'>> {
  const page = pageOf(values.page);
  const settings = settingsOf(values);
  const { text: xml, diagnostics } = decodeDocument(await readWhole(file, console));
  if (isXmlTooLong(xml)) throw new UsageError(`${file} is longer than 1 MiB: it is no Account XML.`);
  const review = reviewSession({ ...settings, xml });
  const written = linkTo(review.sessionWith(new Set()), page);
  await console.out(written);
  await console.err([
    ...diagnostics.map(({ message }) => message),
    ...review.secrets.map((secret) => leftOut(secret, xml)),
    lengthOf(written),
  ]);
  return exit.ok;
}

function pageOf(text = 'http://127.0.0.1:4173/'): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new UsageError(`--page ${text} is no address: it begins with http:// or https://.`);
}

function settingsOf(values: Values): Omit<SharedSession, 'xml'> {
  const { parameters, assumptions, account = 1, locale = '' } = parseReading(values);
  const changed = Object.entries(assumptions).filter(
    ([id, option]) => defaultAssumptions[id as keyof typeof defaultAssumptions] !== option,
  );
  return {
    parameters,
    assumptions: Object.fromEntries(changed),
    account,
    locale,
    media: {
      example: values.example ?? null,
      name: values['media-name'] ?? null,
      type: parseMediaType(values['media-type']) ?? null,
    },
  };
}

function leftOut({ place, name, blank, why }: SharedSecret, xml: string): string {
  if (place.kind === 'parameter') return `left out: parameter ${name}, as ${blank}. ${why}`;
  const { line, column } = positionLookup(xml)(place.offset);
  return `left out: ${name} at ${line}:${column}, as ${blank}. ${why}`;
}

function lengthOf(written: string): string {
  const fits = {
    'mail and chat': 'it comes through mail and chat',
    chat: 'mail programs may cut it, chat programs do not',
    file: 'mail and chat programs may cut it: share a session file instead (the page saves one)',
  }[fitOf(written)];
  return `${written.length} characters: ${fits}.`;
}

async function decode(address: string, values: Values, console: Console): Promise<StatusOf<'link'>> {
  const text = address === '-' ? decodeDocument(await readWhole(address, console)).text.trim() : address;
  const read = readLink(text);
  if (read.kind === 'fault') {
    await console.err(read.fault.text);
    return exit.failed;
  }
  const { session, faults } = read.kind === 'session' ? read : applyPrefill(read, emptySession);
  await print(session, faults, values.json === true, console);
  return exit.ok;
}

async function print(
  session: SharedSession,
  faults: ReadShared['faults'],
  json: boolean,
  console: Console,
): Promise<void> {
  if (json) await console.json(JSON.parse(writeSessionFile(session, null)));
  else {
    await console.document(session.xml);
    await console.err(settingLines(session));
  }
  await console.err(faults);
}

function settingLines({ parameters, assumptions, account, locale, media }: SharedSession): readonly string[] {
  return [
    ...Object.entries(parameters).map(([name, value]) => `parameter ${name}=${value}`),
    ...Object.entries(assumptions).map(([id, option]) => `assumption ${id}=${option}`),
    ...(account === 1 ? [] : [`account ${account}`]),
    ...(locale === '' ? [] : [`locale ${locale}`]),
    ...(media.example === null ? [] : [`example media ${media.example}`]),
    ...(media.name === null ? [] : [`media name ${media.name}`]),
    ...(media.type === null ? [] : [`media type ${media.type}`]),
  ];
}
