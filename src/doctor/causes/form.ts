/** The form of the request that a server does not read: its method, bare names, the way Content-Type is written. */

import { scenarioOfProbe } from '../../server-check/probes/probes.ts';
import type { Remedy } from '../../server-check/report.ts';
import { type Cause, type Facts, failedIn, hasPassed, isLikely, isTaken, saidIn } from '../facts.ts';

const quoted = scenarioOfProbe('quoted');

/** Everything that is sent as it is set up fails in the same way. */
function plainFailure(facts: Facts) {
  return failedIn(facts, 'photo') ?? failedIn(facts, 'clip');
}

export const putNotRead: Cause = (facts) => {
  const failed = plainFailure(facts);
  const withPost = isTaken(facts, quoted) === true || hasPassed(facts, 'other-method');
  if (failed === null || failed.upload?.request.method !== 'PUT' || !withPost) return null;
  return {
    id: 'put-not-read',
    title: 'The server reads no form of a PUT',
    confidence: 'high',
    evidence: [saidIn(failed), 'The same as POST was taken.'],
    explains: failures(facts),
    remedies: [
      {
        kind: 'account-xml',
        text: 'Send POST. PHP, Django and CGI.pm fill their forms for POST alone.',
        key: 'genericMediaUploadMethod',
        value: 'POST',
      },
    ],
  };
};

/** Reading bare names is the server's part: no Account XML makes the app quote a plain name (MP-6). */
export const bareNamesNotRead: Cause = (facts) => {
  const bare = scenarioOfProbe('bare');
  const isShown = isTaken(facts, quoted) === true && isTaken(facts, bare) === false;
  const other = failedIn(facts, 'other-part-names');
  const plain = plainFailure(facts);
  const isOther = plain !== null && hasPassed(facts, 'other-part-names');
  if (!isShown && !isOther && other === null) return null;
  if (!isShown && !isOther) return null;
  return {
    id: 'bare-names-not-read',
    title: 'The server reads names of parts in quotes only',
    confidence: 'high',
    evidence: [
      ...(isShown ? [`${quoted} was taken, ${bare} was not; they differ in the quotes alone.`] : []),
      ...(isOther && plain !== null ? [saidIn(plain), 'other-part-names passed.'] : []),
    ],
    explains:
      plain === null ? failures(facts).filter((name) => name === 'other-part-names') : failures(facts),
    remedies: bareNameRemedies(facts),
  };
};

function bareNameRemedies(facts: Facts): readonly Remedy[] {
  const busboy: Remedy = {
    kind: 'lines',
    text: 'Node’s own formData() wants quotes. Parse the body with busboy instead of c.req.parseBody() or request.formData():',
    where: 'the handler',
    lines: [
      'import busboy from "busboy";',
      'import { Readable } from "node:stream";',
      '',
      "const form = busboy({ headers: Object.fromEntries(request.headers), defParamCharset: 'utf8' });",
      "form.on('file', (name, file, { filename, mimeType }) => { /* store file, a stream */ });",
      "form.on('field', (name, value) => { /* to, description … */ });",
      'Readable.fromWeb(request.body).pipe(form);',
    ].join('\n'),
  };
  const mojo: Remedy = {
    kind: 'lines',
    text: 'Mojolicious finds only names in quotes. Put them in before it parses the body:',
    where: 'the application',
    lines: [
      'hook after_build_tx => sub ($tx, $app) {',
      '  $tx->req->content->on(upgrade => sub ($single, $multi) {',
      '    $multi->on(part => sub ($multi, $part) { $part->on(body => sub ($part) {',
      '      my $line = $part->headers->content_disposition // return;',
      '      $part->headers->content_disposition($line =~ s/(name=)([^";]+)/$1"$2"/gr);',
      '    }) });',
      '  });',
      '};',
    ].join('\n'),
  };
  const advice: Remedy = {
    kind: 'advice',
    text: 'No Account XML makes the app write quotes around a plain name; the server has to read both forms (RFC 7578, 4.2).',
  };
  return [
    advice,
    ...(isLikely(facts, 'hono', 'undici') ? [busboy] : []),
    ...(isLikely(facts, 'mojo') ? [mojo] : []),
  ];
}

/** Firewalls are reported to dislike how the app writes Content-Type. */
export const contentTypeRefused: Cause = (facts) => {
  if (isTaken(facts, quoted) !== false && plainFailure(facts) === null) return null;
  const without = scenarioOfProbe('no-charset');
  const bare = scenarioOfProbe('bare-boundary');
  if (isTaken(facts, quoted) === true) return null;
  const charset = isTaken(facts, without) === true;
  const boundary = isTaken(facts, bare) === true;
  if (charset === boundary) return null;
  const what = charset ? 'the charset' : 'the quotes around the boundary';
  const failed = plainFailure(facts);
  return {
    id: charset ? 'charset-refused' : 'quoted-boundary-refused',
    title: `Something refuses ${what} in Content-Type, a firewall most likely`,
    confidence: 'high',
    evidence: [
      ...(failed === null ? [] : [saidIn(failed)]),
      `${charset ? without : bare} was taken; it differs in ${what} alone.`,
    ],
    explains: failures(facts),
    remedies: [
      {
        kind: 'advice',
        text: 'Content-Type belongs to the app: no Account XML changes it (HDR-5). Allow it where it is refused.',
      },
      {
        kind: 'lines',
        text: 'With ModSecurity take the number of the rule from its log; for the charset in the Core Rule Set it is 920480:',
        where: 'modsecurity.conf, in the location of the upload',
        lines: charset
          ? 'SecRuleRemoveById 920480'
          : 'SecRuleRemoveById 922100  # the number that your log names',
      },
    ],
  };
};

/** All that failed, but for what looks at the reply alone. */
export function failures({ evidence }: Facts): readonly string[] {
  return evidence.report.results
    .filter(({ outcome, group }) => outcome === 'failed' && group !== 'reply')
    .map(({ name }) => name);
}
