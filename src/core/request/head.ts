/** The head of the request, in its order and to the letter (HDR-1, HDR-5). */
import { client, type Origin, type Piece, textOf } from '../source/provenance.ts';
import type { Expander } from '../template/expander.ts';
import { type CustomHeader, customHeaders } from './custom-headers.ts';
import type { PlannedHeader } from './plan.ts';

export function planHead(
  expander: Expander,
  host: string,
  boundary: string,
  bodyLength: number,
): readonly PlannedHeader[] {
  const custom = customHeaders(expander);
  const replaced = (name: string, value: string) => replacement(expander, custom, name) ?? own(name, value);
  const isReplacement = (header: CustomHeader) => /^(?:user-agent|cache-control)$/i.test(header.name);
  return [
    own('Host', host),
    own('Connection', 'close'),
    replaced('Cache-Control', 'max-age=0'),
    replaced('User-Agent', 'CloudSoftphone/1.5.6'),
    own('Content-Type', `multipart/form-data; charset=utf-8; boundary="${boundary}"`),
    own('Content-Length', String(bodyLength)),
    ...custom.filter((header) => !isReplacement(header)).map(planned),
  ];
}

function own(name: string, value: string): PlannedHeader {
  return header(name, [{ text: value, origin: client }], client);
}

function planned({ name, pieces, origin }: CustomHeader): PlannedHeader {
  return header(name, pieces, origin);
}

function header(name: string, pieces: readonly Piece[], origin: Origin): PlannedHeader {
  return { name, value: textOf(pieces), pieces, origin };
}

/** HDR-5: a custom header takes the place of the app's own; of several the last counts. */
function replacement(
  expander: Expander,
  custom: readonly CustomHeader[],
  name: string,
): PlannedHeader | null {
  const same = custom.filter((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  const last = same.at(-1);
  for (const other of same.slice(0, -1)) {
    if (other.origin.kind === 'client') continue;
    const message = `${other.name} stands here more than once: the last one counts.`;
    expander.report('HDR-5', 'warning', message, other.origin.range, other.removal);
  }
  return last ? planned(last) : null;
}
