/** What `--help` prints. */
import { assumptionRegistry } from '../core/assumptions.ts';
import type { CommandName } from './run.ts';

const program = 'media-upload-playground';

const assumptions = assumptionRegistry
  .map((entry) => `      ${entry.id}=${entry.options.map((option) => option.id).join('|')}`)
  .join('\n');

const reading = `  --param NAME=VALUE    sets a parameter: to, description, a global, one of your own,
                        or account[node]; may be repeated
  --assume ID=OPTION    switches an assumption (the first option is the default); may be repeated:
${assumptions}
  --account N           which account of an <accounts> document, from 1
  --locale L            the locale of localised values; none by default
  --no-advice           leaves out advice, which is about what real servers do, not a fault
`;

const request = `  --media FILE          the photo or clip; the bundled sample photo stands in without it
  --media-name NAME     its name in the upload (default: the file's own)
  --media-type TYPE     its media type, where its first bytes do not tell
${reading}  --boundary B          the multipart boundary (default: random)
`;

export const overview = `${program}: see, to the byte, what a softphone uploads for an Account XML, and send it.

  ${program} COMMAND …        (in the repository: npm run --silent cli -- COMMAND …)

  preview FILE             prints the request for an Account XML
  check FILE…              prints what is wrong with an Account XML
  send FILE                does the upload and prints the verdict
  judge BODY-FILE          reads a saved reply the way the client would
  set FILE KEY=VALUE…      edits keys of an Account XML and nothing else
  serve                    starts the playground in the browser

  COMMAND --help           says more of a command
  --version                prints the version

- as a file name reads standard input. Bad usage ends with status 2.
`;

export const commandHelp: Readonly<Record<CommandName, string>> = {
  preview: `${program} preview FILE [OPTIONS]

Builds the request for the Account XML in FILE and prints it.

${request}  --format F            http   the exact bytes, head and body (default)
                        body   the exact bytes of the body
                        json   request, diagnostics and provenance
                        curl   a curl command for a POSIX shell (sh, bash, zsh) that sends the
                               same headers and body; PowerShell and cmd cannot run it
                        powershell   the same for PowerShell 7 and Windows PowerShell 5.1

With all but json, diagnostics and advice go to standard error, one a line as check prints them.
Ends with 0, with 1 where no request can be built, with 2 for bad usage.
`,
  check: `${program} check FILE… [OPTIONS]

Prints the diagnostics of every FILE, one a line: file:line:column severity RULE message
The severity is error, warning, info, or advice: what real servers are known to make of the request.
Lines and columns count from 1, columns in UTF-16 units. What is about no place in the document
stands at 1:1.

${reading}  --json                prints [{ "file", "diagnostics" }] instead; there, what is about no
                        place has no line

Ends with 0 where there is no error, with 1 where there is one, with 2 for bad usage. Advice is no
error.
`,
  send: `${program} send FILE [OPTIONS]

Does the upload for the Account XML in FILE and prints the verdict of the client.

${request}  --format F            text   the verdict and its reasons (default)
                        json   the verdict, and what went over the wire
                        http, body, curl, powershell   the request as preview prints it; the
                               verdict then goes to standard error
  --accept-certificate F   sends although the server's certificate is not trusted, where its
                        SHA-256 is F; a failed send prints it

Where genericMediaUploadAuthUsername is set, a 401 with a Digest challenge is answered with the
whole request again, and over https one with Basic alone (--assume basic-auth=never: not at all);
text and json tell of every exchange.

Ends with 0 for success, with 1 for a failed verdict, with 2 for bad usage, and with 3 where there
was no complete reply: the server was not reached, it broke off, or no request can be built.
`,
  judge: `${program} judge BODY-FILE --status N [OPTIONS]

Reads the body of a saved reply the way the client would and prints the verdict.

  --status N               the status of the reply
  --header 'Name: value'   a header of the reply; may be repeated
  --assume ID=OPTION       switches an assumption: success-without-media-url=generic|message
  --no-advice              leaves out reasons that did not make the verdict
  --format F               text (default) or json

Ends with 0 for success, with 1 for a failed verdict, with 2 for bad usage.
`,
  set: `${program} set FILE KEY=VALUE… [OPTIONS]

Sets keys of the Account XML in FILE and prints the document; not a byte outside them changes.
KEY= empties a key. A key that is not there becomes the last child of its account.

  --remove KEY          removes a key with its line; may be repeated
  --in-place            writes the document back to FILE instead of printing it
  --account N           which account of an <accounts> document, from 1
  --locale L            which of localised values to set

Ends with 0, with 1 where a change is refused (nothing is changed then), with 2 for bad usage.
`,
  serve: `${program} serve [--port N]
       ${program} serve --hosted --config FILE [--port N] [--operations-port N]

Starts the playground on this machine only: the page, the proxy that sends its uploads, and the
demo media server. The first line on standard output is its address. Ctrl+C ends it.

  --port N              the port; 0 takes any free one. Without it 4173, or another free
                        one where that is taken.

With --hosted it serves many users, behind a load balancer that ends TLS. It then sends to public
addresses only, within limits; SIGTERM or Ctrl+C lets running uploads finish, a second signal ends
them. One line of JSON for each upload goes to standard error. docs/hosting.md says it all.

  --config FILE         origins, secrets, targets, limits, as JSON
  --port N              instead of the configured one, for several processes of one FILE
  --operations-port N   where health and metrics are asked for, likewise

Ends with 0, with 1 where a port cannot be opened, with 2 for bad usage or a faulty FILE.
`,
};
