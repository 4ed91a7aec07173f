/** Every format that a request is exported in, declared once for page, command line and documentation. */
import { httpFileLimits } from './http-file.ts';

export interface ExportFormat {
  readonly title: string;
  /** A line of what it is. */
  readonly about: string;
  /** How a file of it is called. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Whether it is, or puts on the socket, the bytes of the preview; else `limits` says what differs. */
  readonly exact: boolean;
  /** What it can't do, whatever the request. */
  readonly limits: readonly string[];
  /** Whether it reads the media from its file when it runs. */
  readonly readsMedia: boolean;
  /** The oldest versions of what it runs in; null where it isn't run. */
  readonly needs: string | null;
  /** What stands for a secret that is left out. */
  readonly leavesOut: 'variables' | 'placeholders';
}

const program = { exact: true, readsMedia: true, leavesOut: 'variables' } as const;
const message = { readsMedia: false, needs: null, leavesOut: 'placeholders' } as const;

const programLimits = [
  'Prints the reply as it comes, and ends with 0 for a status of 2xx only; whether the app would call it a success is not judged.',
  'Answers no login.',
];
const curlLimits = [
  'Holds the whole body in memory.',
  'Ends with 0 whatever the status of the reply.',
  'Answers no login.',
];

export const exportFormats = {
  http: {
    ...message,
    title: 'Raw HTTP',
    about: 'the exact bytes, head and body',
    fileName: 'upload.request',
    mediaType: 'application/octet-stream',
    exact: true,
    limits: [],
  },
  body: {
    ...message,
    title: 'Body',
    about: 'the exact bytes of the body',
    fileName: 'upload.body',
    mediaType: 'application/octet-stream',
    exact: true,
    limits: [],
  },
  curl: {
    ...program,
    title: 'cURL',
    about: 'a command for sh, bash and zsh, not PowerShell or cmd',
    fileName: 'upload.sh',
    mediaType: 'application/x-sh',
    limits: curlLimits,
    needs: 'curl 7.42 or newer and a POSIX shell',
  },
  'curl-form': {
    ...program,
    title: 'cURL with -F',
    about: 'readable; curl builds the body, so some bytes differ',
    fileName: 'upload-form.sh',
    mediaType: 'application/x-sh',
    exact: false,
    limits: [
      'Another boundary, no charset, every name in quotes, Content-Length and Content-Type last; it lists what differs for a request.',
      ...curlLimits.slice(1),
    ],
    needs: 'curl 7.42 or newer and a POSIX shell',
  },
  powershell: {
    ...program,
    title: 'PowerShell',
    about: 'a command for PowerShell 7 and Windows PowerShell 5.1',
    fileName: 'upload.ps1',
    mediaType: 'text/plain',
    limits: curlLimits,
    needs: 'PowerShell 5.1 or 7, and curl 7.42 or newer, which comes with Windows 10',
  },
  har: {
    ...message,
    title: 'HAR',
    about: 'an HTTP Archive (HAR 1.2) for proxies and browsers',
    fileName: 'upload.har',
    mediaType: 'application/json',
    exact: true,
    limits: [
      'A body that is no UTF-8 stands in _content, as HTTP Toolkit keeps it: other programs may not see it.',
      'A body above 8 MiB is left out.',
    ],
  },
  'http-file': {
    ...program,
    title: '.http file',
    about: 'for VS Code REST Client and JetBrains; some bytes differ',
    fileName: 'upload.http',
    mediaType: 'text/plain',
    exact: false,
    limits: httpFileLimits,
    needs: 'VS Code REST Client or an IDE of JetBrains',
  },
  node: {
    ...program,
    title: 'Node',
    about: 'a program for Node that needs no package',
    fileName: 'upload.mjs',
    mediaType: 'text/javascript',
    limits: programLimits,
    needs: 'Node 18 or newer',
  },
  python: {
    ...program,
    title: 'Python',
    about: 'a program for Python that needs no package',
    fileName: 'upload.py',
    mediaType: 'text/x-python',
    limits: programLimits,
    needs: 'Python 3.8 or newer',
  },
  php: {
    ...program,
    title: 'PHP',
    about: 'a program for PHP that needs no package',
    fileName: 'upload.php',
    mediaType: 'application/x-httpd-php',
    limits: programLimits,
    needs: 'PHP 7.4 or newer, for https with its openssl extension',
  },
  go: {
    ...program,
    title: 'Go',
    about: 'a program for Go that needs no package',
    fileName: 'upload.go',
    mediaType: 'text/x-go',
    limits: programLimits,
    needs: 'Go 1.16 or newer',
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportId = keyof typeof exportFormats;
export const exportIds = Object.keys(exportFormats) as readonly ExportId[];
