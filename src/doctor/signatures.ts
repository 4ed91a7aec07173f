/**
 * What servers say of themselves: headers, error pages, the words of their parsers. Each was seen on the measured
 * servers, or is documented by the product. A header can be taken away or made up, so alone it is never certain.
 */
import type { RecordedReply } from '../server-check/report.ts';
import { header, type SeenReply } from './evidence.ts';

export interface Signature {
  /** A header's name; null: the body. */
  readonly header: string | null;
  readonly pattern: RegExp;
  /** Ids of `measuredServers` that write this. */
  readonly readers: readonly string[];
  /** `own`: nothing else writes it. `shared`: others may. */
  readonly weight: 'own' | 'shared';
}

const inHeader = (
  name: string,
  pattern: RegExp,
  weight: Signature['weight'],
  ...readers: string[]
): Signature => ({ header: name, pattern, readers, weight });

const inBody = (pattern: RegExp, weight: Signature['weight'], ...readers: string[]): Signature => ({
  header: null,
  pattern,
  readers,
  weight,
});

const node = ['busboy', 'multer', 'formidable', 'multiparty', 'undici', 'remix'];

export const signatures: readonly Signature[] = [
  inHeader('X-Powered-By', /^PHP\b/i, 'own', 'php', 'apache-php'),
  inHeader('Server', /\bPHP\/\d/, 'own', 'php', 'apache-php'),
  inHeader('X-Powered-By', /^Express$/i, 'shared', ...node),
  inHeader('X-Powered-By', /^Next\.js/i, 'shared', 'undici', 'hono'),
  inHeader('Server', /\bWerkzeug\//, 'own', 'werkzeug'),
  inHeader('Server', /\bWSGIServer\//, 'shared', 'django'),
  inHeader('Server', /\bgunicorn\b|\bwaitress\b/i, 'shared', 'werkzeug', 'django'),
  inHeader('Server', /\buvicorn\b|\bhypercorn\b|\bdaphne\b/i, 'shared', 'starlette', 'django'),
  inHeader('Server', /\bTornadoServer\//, 'own', 'tornado'),
  inHeader('Server', /\baiohttp\//, 'own', 'aiohttp'),
  inHeader('Server', /\bBaseHTTP\//, 'shared', 'pyemail', 'pycgi'),
  inHeader('Server', /\bMojolicious\b/, 'own', 'mojo'),
  inHeader('Server', /\bHTTP::Server::PSGI\b|\bStarman\b|\bStarlet\b/i, 'shared', 'plack', 'cgipm'),
  inHeader('Server', /\bWEBrick\b|\bpuma\b|\bPassenger\b|^thin\b/i, 'own', 'rack'),
  inHeader('X-Runtime', /^\d+\.\d+$/, 'shared', 'rack'),
  inHeader('Server', /\bJetty\b/i, 'shared', 'jetty', 'fileupload'),
  inHeader('Server', /\bApache-Coyote\b|\bTomcat\b/i, 'own', 'tomcat'),
  inBody(
    /<b>(?:Warning|Notice|Fatal error)<\/b>: .* on line <b>|POST Content-Length of \d+ bytes/,
    'own',
    'php',
    'apache-php',
  ),
  inBody(/org\.apache\.commons\.fileupload/, 'own', 'fileupload'),
  inBody(/org\.apache\.(?:tomcat|catalina|coyote)|Apache Tomcat\//, 'own', 'tomcat'),
  inBody(/org\.eclipse\.jetty|Powered by Jetty|Missing content-disposition\b/, 'own', 'jetty'),
  inBody(/\bMulterError\b|\bField name missing\b|\bLIMIT_(?:FILE|PART|FIELD)/, 'own', 'multer'),
  inBody(/Malformed part header|Unexpected end of form\b/, 'own', 'busboy', 'multer'),
  inBody(/Failed to parse body as FormData/, 'own', 'undici', 'hono'),
  inBody(/\bFST_[A-Z_]+|Unexpected end of multipart data/, 'own', 'fastify'),
  inBody(/MultipartParser\.end\(\)|\bmaxTotalFileSize\b|options\.allowEmptyFiles/, 'own', 'formidable'),
  inBody(/Expected (?:CR|LF) Received \d|Expected alphabetic character, received/, 'own', 'multiparty'),
  inBody(/Only white space allowed after boundary|Invalid multipart payload format/, 'own', 'pez'),
  inBody(
    /missing initial boundary|Multipart stream not finished|\bMultipartParseError\b.*stream/,
    'own',
    'remix',
  ),
  inBody(
    /The Content-Disposition header field .?"name.?" must be provided|Did not find (?:CR|boundary character|LF)|There was an error parsing the body/,
    'own',
    'starlette',
  ),
  inBody(/Multipart field missing name|Invalid boundary b'/, 'own', 'aiohttp'),
  inBody(/HTTP\/Entity\/Parser|Boundary does not terminate with CRLF/, 'own', 'plack'),
  inBody(/malformed multipart POST/, 'own', 'cgipm'),
  inBody(
    /\bmultipart: NextPart|\bhttp: no such file|request Content-Type isn't multipart\/form-data|malformed MIME header/,
    'own',
    'go',
  ),
  inBody(/\bRack::Multipart|\bbad content body\b|ActionController|ActionDispatch/, 'own', 'rack'),
  inBody(/<html><title>\d{3}: [^<]+<\/title><body>\d{3}: /, 'own', 'tornado'),
  inBody(/<!doctype html>\s*<html lang=en>\s*<title>\d{3} /i, 'own', 'werkzeug'),
  inBody(
    /MultiPartParserError|CSRF verification failed|<title>Bad Request \(400\)<\/title>|\bdjango\b/i,
    'own',
    'django',
  ),
  inBody(/<title>Error<\/title>\s*<\/head>\s*<body>\s*<pre>/, 'shared', ...node),
];

export interface SeenSignature extends Signature {
  /** What was read, as a sentence. */
  readonly text: string;
}

/** Each once, where it was first seen. */
export function signaturesIn(replies: readonly SeenReply[]): readonly SeenSignature[] {
  return signatures.flatMap((signature) => {
    for (const { scenario, reply } of replies) {
      const found = wordsIn(signature, reply);
      if (found === null) continue;
      const where = signature.header === null ? 'A reply says' : `The header ${signature.header} says`;
      return [{ ...signature, text: `${where} “${found}” (${scenario}).` }];
    }
    return [];
  });
}

/** Characters of what is quoted. */
const mostQuoted = 80;

function wordsIn({ header: name, pattern }: Signature, reply: RecordedReply): string | null {
  const text = name === null ? reply.body.text : header(reply, name);
  const match = pattern.exec(text);
  if (match === null) return null;
  return (name === null ? match[0] : text).replace(/\s+/g, ' ').slice(0, mostQuoted);
}
