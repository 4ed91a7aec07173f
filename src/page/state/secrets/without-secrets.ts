/** A session without its passwords, keys and tokens (`src/core/secrets`). Pure. */
import { blankSecrets } from '../../../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../../../core/secrets/document-secrets.ts';
import { literalSecrets } from '../../../core/secrets/literal-secrets.ts';
import { holdsNoSecret } from '../../../core/secrets/placeholders.ts';
import { isLoginName, isSecretName } from '../../../core/secrets/secret-names.ts';
import { type OwnServer, readOwnServer } from '../own-server.ts';
import type { Session } from '../session.ts';

/** Of the user names that belong to a password of HTTP (HDR-6). */
export type Logins = 'with logins' | 'without logins';

/** The same session where it holds none. */
export function withoutSecrets(session: Session, logins: Logins = 'with logins'): Session {
  const { document } = session;
  const xml = blankXml(session.xml, logins);
  const parameters = Object.fromEntries(
    Object.entries(session.parameters).filter(([name]) => !isSecretName(name)),
  );
  const aside = document.aside.flatMap(readOwnServer).map((own) => blankOwnServer(own, logins));
  const isSame =
    xml === session.xml &&
    Object.keys(parameters).length === Object.keys(session.parameters).length &&
    JSON.stringify(aside) === JSON.stringify(document.aside);
  if (isSame) return session;
  // A text with something missing is not what was saved.
  const savedXml = xml === session.xml ? document.savedXml : null;
  return { ...session, xml, parameters, document: { ...document, savedXml, aside } };
}

/** Empty in their place: a word there would be sent. */
export function blankXml(xml: string, logins: Logins = 'with logins'): string {
  const secrets = documentSecrets(xml);
  const blanked = logins === 'with logins' ? secrets.filter(({ kind }) => kind !== 'login') : secrets;
  return blankSecrets(xml, blanked, () => '');
}

function isBlanked(key: string, logins: Logins): boolean {
  return isSecretName(key) || (logins === 'without logins' && isLoginName(key));
}

function blankValue(key: string, value: string, logins: Logins): string {
  if (isBlanked(key, logins)) return holdsNoSecret(value) ? value : '';
  return blankSecrets(value, literalSecrets(value), () => '');
}

/** To be given back by its values then: of the text only a part is known, which may begin within a password. */
function blankOwnServer(own: OwnServer, logins: Logins): OwnServer {
  const keys = own.keys.map(([key, value]): OwnServer['keys'][number] => [
    key,
    value === null ? null : blankValue(key, value, logins),
  ]);
  const isSame = JSON.stringify(keys) === JSON.stringify(own.keys);
  return isSame && !keys.some(([key]) => isBlanked(key, logins)) ? own : { ...own, keys, was: '', is: '' };
}
