/**
 * Which names say that a value is a secret: of nodes, parameters, headers, query parameters, form fields,
 * attributes. In any case and with any separator, and rather one too many than one too few.
 */

/** Anywhere in a name. */
const telling = 'passw|passphrase|passcode|pwd|secret|token|api[-_. ]?key|credential|bearer|jwt';
const isTelling = new RegExp(telling, 'i');

/** At the end of a name, as whole words: `X-Auth`, but not `authMode`; `session_id`, but not `sessionTimer`. */
const telltaleEnd =
  /(?:^| )(?:(?:auth|cookies?|pin|otp|hmac|sig|signature)(?: (?:value|code|data|header|key))?|session(?: (?:id|key|value))?|keys?(?: value)?|authorization|sid|sess|pass|pw|pword|phpsessid|jsessionid|sessionid|authkey|accesskey|privatekey|licensekey|signingkey|authcode|pincode)$/;

/** Keys that open nothing. */
const openKey =
  /(?:^| )(?:public|idempotency|sort|cache|partition|primary|foreign|shortcut|object|hot) ?keys?$/;

/** Source of a regular expression that finds some part of every name of a secret: to look at few names. */
export const secretNameHint = `${telling}|auth|cookie|pin|otp|hmac|sig|sess|key|sid|pass|pw`;

/** About a secret, and none: `pushTokenReporterUrl`. What its value holds is looked at for itself. */
const aboutSecrets = /(?:url|uri|type|method|post[-_]?data|reporter|headers)$/i;

const isHinted = new RegExp(secretNameHint, 'i');

export function isSecretName(name: string): boolean {
  return (isTelling.test(name) && !aboutSecrets.test(name)) || isWeaklySecretName(name);
}

/** By its last word alone, which names settings too: `requireAuth`. */
export function isWeaklySecretName(name: string): boolean {
  if (!isHinted.test(name) || isTelling.test(name)) return false;
  const words = wordsOf(name)
    .map((word) => word.replace(/(?<=\D)\d+$/, '').toLowerCase())
    .join(' ');
  return telltaleEnd.test(words) && !openKey.test(words);
}

/** The user name that belongs to a password of HTTP (HDR-6): `genericMediaUploadAuthUsername`. */
export function isLoginName(name: string): boolean {
  return /auth[-_]?user(?:[-_]?name)?$/i.test(name);
}

/** What stands for the value of such a name: `X-Api-Key` gives API_KEY, `account[password]` PASSWORD. */
export function blankFor(name: string): string {
  const words = wordsOf(
    name
      .replace(/^genericMediaUpload(?=.)/i, '')
      .replaceAll(/account\[/gi, '')
      .replace(/^x-/i, ''),
  );
  const blank = words
    .map((word) => word.toUpperCase())
    .filter((word) => /^[A-Z0-9]+$/.test(word))
    .join('_')
    .slice(0, maxBlank);
  return /^[A-Z]/.test(blank) ? blank.replace(/_$/, '') : 'SECRET';
}

const maxBlank = 40;
/** Longer than any name that means something. */
const maxName = 200;

function wordsOf(name: string): readonly string[] {
  return name
    .slice(-maxName)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
