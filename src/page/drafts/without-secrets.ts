/** A session without its passwords, keys and tokens (`src/core/secrets`). Pure. */
import { blankSecrets } from '../../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../../core/secrets/document-secrets.ts';
import { literalSecrets } from '../../core/secrets/literal-secrets.ts';
import { holdsNoSecret } from '../../core/secrets/placeholders.ts';
import { isSecretName } from '../../core/secrets/secret-names.ts';
import { type OwnServer, readOwnServer } from '../state/own-server.ts';
import type { Session } from '../state/session.ts';

/** The same session where it holds none. */
export function withoutSecrets(session: Session): Session {
  const { document } = session;
  const xml = blankXml(session.xml);
  const parameters = Object.fromEntries(
    Object.entries(session.parameters).filter(([name]) => !isSecretName(name)),
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

/** Empty in their place: a word there would be sent. The user name of a login is no harm in one's own browser. */
export function blankXml(xml: string): string {
  return blankSecrets(
    xml,
    documentSecrets(xml).filter(({ kind }) => kind !== 'login'),
    () => '',
  );
}

function blankValue(key: string, value: string): string {
  if (isSecretName(key)) return holdsNoSecret(value) ? value : '';
  return blankSecrets(value, literalSecrets(value), () => '');
}

/** To be given back by its values then: of the text only a part is known, which may begin within a password. */
function blankOwnServer(own: OwnServer): OwnServer {
  const keys = own.keys.map(([key, value]): OwnServer['keys'][number] => [
    key,
    value === null ? null : blankValue(key, value),
  ]);
  const isSame = JSON.stringify(keys) === JSON.stringify(own.keys);
  return isSame && !keys.some(([key]) => isSecretName(key)) ? own : { ...own, keys, was: '', is: '' };
}
