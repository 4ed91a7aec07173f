/** The values for tests that the demo media server refuses (`demo/refused-values.ts`), found in an upload. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  type RefusedValue,
  refusedValues,
  unknownRecipient,
  wrongPassword,
} from '../../demo/refused-values.ts';
import type { DemoField } from '../../demo/report.ts';

export function refusedValueIn(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  fields: readonly DemoField[],
): RefusedValue | null {
  const at = url.indexOf('?');
  const query = at < 0 ? [] : new URLSearchParams(url.slice(at + 1)).values();
  const values = [...fields.map(({ value }) => value), ...query];
  const found = refusedValues.find(({ value }) => {
    switch (value) {
      case wrongPassword:
        return values.includes(value) || hasHash(values) || hasLogin(headers);
      case unknownRecipient:
        return values.some((one) => one.includes(value) && !/\s/.test(one));
      default:
        return false;
    }
  });
  return found ?? null;
}

function hasHash(values: readonly string[]): boolean {
  const hashes = values.filter((value) => /^[0-9a-f]{40}$/i.test(value)).map((value) => value.toLowerCase());
  if (hashes.length === 0) return false;
  const texts = [wrongPassword, ...values.slice(0, mostHashed).map((value) => `${value}:${wrongPassword}`)];
  return texts.some((text) => hashes.includes(createHash('sha1').update(text).digest('hex')));
}

/** More values than these are no form of ours. */
const mostHashed = 100;

/** A whole value, or one behind the name of a scheme; in Base64, the password behind a colon. */
function hasLogin(headers: IncomingMessage['headers']): boolean {
  return Object.values(headers)
    .flat()
    .some((value = '') => {
      const [, basic] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(value) ?? [];
      const text = basic === undefined ? value : Buffer.from(basic, 'base64').toString();
      return (
        text === wrongPassword || text.endsWith(` ${wrongPassword}`) || text.endsWith(`:${wrongPassword}`)
      );
    });
}
