/**
 * Limits of size that products come with, how each shows, and the line that raises it. In the order in which they
 * are asked: what says its own name first.
 */
import type { Remedy } from '../../server-check/report.ts';

export interface BodyLimit {
  readonly id: string;
  readonly title: string;
  /** What only this product says, in a reply to an upload that was too large. */
  readonly says?: RegExp;
  /** Its `Server` header, or the page that it writes, with a status that fits. */
  readonly front?: RegExp;
  readonly statuses: readonly number[];
  /** Ids of `measuredServers` that may have it. */
  readonly readers: readonly string[];
  readonly where: string;
  readonly lines: string;
}

export const bodyLimits: readonly BodyLimit[] = [
  {
    id: 'limit-nginx',
    title: 'nginx takes no larger body (client_max_body_size, 1 MB unless set)',
    front: /\bnginx\b|\bopenresty\b/i,
    statuses: [413],
    readers: [],
    where: 'nginx.conf, in http, server or location',
    lines: 'client_max_body_size 100m;',
  },
  {
    id: 'limit-apache',
    title: 'Apache takes no larger body (LimitRequestBody)',
    front: /\bApache(?!-Coyote| Tomcat)\b/i,
    statuses: [413],
    readers: [],
    where: 'httpd.conf or .htaccess',
    lines: 'LimitRequestBody 104857600',
  },
  {
    id: 'limit-caddy',
    title: 'Caddy takes no larger body (request_body max_size)',
    front: /\bCaddy\b/i,
    statuses: [413],
    readers: [],
    where: 'Caddyfile, in the site',
    lines: 'request_body {\n  max_size 100MB\n}',
  },
  {
    id: 'limit-body-parser',
    title: 'Express takes no larger body (limit of express.raw or body-parser, 100 KB unless set)',
    says: /PayloadTooLargeError|\brequest entity too large\b/,
    statuses: [413],
    readers: [],
    where: 'where the middleware is set up',
    lines: "app.use(express.raw({ type: 'multipart/form-data', limit: '100mb' }));",
  },
  {
    id: 'limit-iis',
    title: 'IIS takes no larger body (maxAllowedContentLength, 30 MB unless set)',
    says: /maxAllowedContentLength|404\.13|413\.1/,
    front: /\bMicrosoft-IIS\b/i,
    statuses: [413, 404],
    readers: [],
    where: 'web.config',
    lines:
      '<system.webServer><security><requestFiltering>\n  <requestLimits maxAllowedContentLength="104857600" />\n</requestFiltering></security></system.webServer>',
  },
  {
    id: 'limit-aiohttp',
    title: 'aiohttp takes no larger body (client_max_size, 1 MB unless set)',
    says: /Maximum request body size \d+ exceeded/,
    statuses: [413],
    readers: ['aiohttp'],
    where: 'where the application is made',
    lines: 'app = web.Application(client_max_size=100 * 1024 ** 2)',
  },
  {
    id: 'limit-hapi',
    title: 'hapi takes no larger payload (payload.maxBytes, 1 MB unless set)',
    says: /Payload content length greater than maximum allowed|Maximum size exceeded/,
    statuses: [413, 400],
    readers: ['pez'],
    where: 'the options of the route',
    lines: "payload: { multipart: true, output: 'stream', maxBytes: 100 * 1024 * 1024 },",
  },
  {
    id: 'limit-fastify-file',
    title: '@fastify/multipart takes no larger file (limits.fileSize)',
    says: /FST_REQ_FILE_TOO_LARGE|request file too large/,
    statuses: [413],
    readers: [],
    where: 'where the plugin is registered',
    lines: "await app.register(import('@fastify/multipart'), { limits: { fileSize: 100 * 1024 * 1024 } });",
  },
  {
    id: 'limit-fastify',
    title: 'Fastify takes no larger body (bodyLimit, 1 MB unless set)',
    says: /FST_ERR_CTP_BODY_TOO_LARGE|Request body is too large/,
    statuses: [413],
    readers: ['fastify'],
    where: 'where the server is made',
    lines:
      "const app = fastify({ bodyLimit: 100 * 1024 * 1024 });\nawait app.register(import('@fastify/multipart'), { limits: { fileSize: 100 * 1024 * 1024 } });",
  },
  {
    id: 'limit-multer',
    title: 'multer takes no larger file (limits.fileSize)',
    says: /\bLIMIT_FILE_SIZE\b|\bMulterError: File too large|\bFile too large\b/,
    statuses: [400, 413, 500],
    readers: ['multer'],
    where: 'where multer is made',
    lines: 'const upload = multer({ storage, limits: { fileSize: 100 * 1024 * 1024 } });',
  },
  {
    id: 'limit-formidable',
    title: 'formidable takes no larger file (maxFileSize)',
    says: /options\.max(?:Total)?FileSize/,
    statuses: [413, 400, 500],
    readers: ['formidable'],
    where: 'where the form is made',
    lines:
      'const form = formidable({ maxFileSize: 100 * 1024 * 1024, maxTotalFileSize: 100 * 1024 * 1024 });',
  },
  {
    id: 'limit-flask',
    title: 'Flask takes no larger body (MAX_CONTENT_LENGTH)',
    says: /The data value transmitted exceeds the capacity limit/,
    statuses: [413],
    readers: ['werkzeug'],
    where: 'where the application is set up',
    lines: "app.config['MAX_CONTENT_LENGTH'] = 100 * 1024 * 1024",
  },
  {
    id: 'limit-go',
    title: 'The Go program takes no larger body (http.MaxBytesReader)',
    says: /http: request body too large/,
    statuses: [400, 413, 500],
    readers: [],
    where: 'in the handler',
    lines: 'r.Body = http.MaxBytesReader(w, r.Body, 100<<20)',
  },
  {
    id: 'limit-mojolicious',
    title: 'Mojolicious takes no larger message (max_request_size, 16 MB unless set)',
    says: /Request (?:message|body|header) (?:size|line) exceeded|Maximum message size exceeded/i,
    statuses: [413, 400],
    readers: ['mojo'],
    where: 'where the application is set up',
    lines: 'app->max_request_size(100 * 1024 * 1024);',
  },
  {
    id: 'limit-spring',
    title: 'Spring takes no larger file (spring.servlet.multipart, 1 MB a file unless set)',
    says: /MaxUploadSizeExceeded|SizeLimitExceeded|Maximum upload size/,
    statuses: [413, 400, 500],
    readers: [],
    where: 'application.properties',
    lines: 'spring.servlet.multipart.max-file-size=100MB\nspring.servlet.multipart.max-request-size=100MB',
  },
  {
    id: 'limit-php-post',
    title: 'PHP takes no larger body (post_max_size, 8 MB unless set)',
    says: /POST Content-Length of \d+ bytes exceeds the limit/,
    statuses: [],
    readers: [],
    where: 'php.ini',
    lines: 'post_max_size = 110M\nupload_max_filesize = 100M',
  },
];

export function linesOf({ where, lines }: BodyLimit, text: string): Remedy {
  return { kind: 'lines', text, where, lines };
}
