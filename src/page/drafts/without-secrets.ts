/**
 * A session without its passwords: what is hidden on screen (secret-values.ts), and what is written as a
 * password into a template. By the text alone, and rather too much than too little. Pure.
 */
import { isSecret } from '../../core/template/parameter-catalogue.ts';
import { holdsNoSecret, secretRanges } from '../monaco/secret-values.ts';
import { type OwnServer, readOwnServer } from '../state/own-server.ts';
import type { Session } from '../state/session.ts';

/** The same session where it holds none. */
export function withoutSecrets(session: Session): Session {
  const { document } = session;
  const xml = blankSecrets(session.xml);
  const parameters = Object.fromEntries(
    Object.entries(session.parameters).filter(([name]) => !isSecret(name)),
  );
  const aside = document.aside.flatMap(readOwnServer).map(blankOwnServer);
  const isSame =
    xml === session.xml &&
    Object.keys(parameters).length === Object.keys(session.parameters).length &&
    JSON.stringify(aside) === JSON.stringify(document.aside);
  if (isSame) return session;
  // A text with something missing is not what was saved.
  const savedXml = xml === session.xml ? document.savedXml : null;
  return { ...session, xml, parameters, document: { ...document, savedXml, aside } };
}

export function blankSecrets(xml: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of secretRanges(xml)) {
    pieces.push(xml.slice(at, start));
    at = end;
  }
  pieces.push(xml.slice(at));
  return blankLiterals(pieces.join(''));
}

/** `name=secret`, `Header: secret`, `https://user:secret@host`. */
const pair = /((?:passw|pwd|secret|token|api[_-]?key)[\w.-]{0,60}(?:\]%)?[ \t]?[=:][ \t]?)([^\s&<>;"']+)/gi;
const header =
  /^([ \t]*(?:Authorization|Proxy-Authorization|Cookie)[ \t]*:[ \t]*(?:\w+[ \t]+)?)([^\r\n<]+)/gim;
const login = /(:\/\/[^\s/?#<>@:]{0,200}:)([^\s/?#<>@]+)(?=@)/g;

function blankLiterals(xml: string): string {
  return [pair, header, login].reduce(
    (text, pattern) =>
      text.replace(pattern, (whole, before: string, value: string) =>
        holdsNoSecret(value) ? whole : before,
      ),
    xml,
  );
}

/** To be given back by its values then: of the text only a part is known, which may begin within a password. */
function blankOwnServer(own: OwnServer): OwnServer {
  const keys = own.keys.map(([key, value]): OwnServer['keys'][number] => [
    key,
    value === null ? null : isSecret(key) && !holdsNoSecret(value) ? '' : blankLiterals(value),
  ]);
  const isSame = JSON.stringify(keys) === JSON.stringify(own.keys);
  return isSame && !keys.some(([key]) => isSecret(key)) ? own : { ...own, keys, was: '', is: '' };
}
