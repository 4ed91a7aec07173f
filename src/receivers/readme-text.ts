/** The README of a receiver: how to run it, what it accepts, what to know before others use it. */
import type { Login, ReceiverFacts } from './facts.ts';

export interface HowToRun {
  readonly title: string;
  /** What it needs, for people. */
  readonly needs: string;
  /** The lines that run it, in its folder. */
  readonly run: readonly string[];
}

export function readmeText({ title, needs, run }: HowToRun, facts: ReceiverFacts): string {
  const { method, path, filePart, textParts, login, notes } = facts;
  const fields = textParts.length > 0 ? `, and logs ${textParts.map(code).join(', ')}` : '';
  return `# Media upload receiver: ${title}

Made by Media Upload Playground from an Account XML. It needs ${needs}. Set what it asks for, then run it:

\`\`\`
${[...environmentOf(login).map(([name, value]) => `export ${name}=${value}`), ...run].join('\n')}
\`\`\`

It listens on 127.0.0.1:8080. It takes ${method} requests whose path matches ${code(path)}, stores the media of the part
${code(filePart)}${fields}, and answers with the \`media_url\` or a \`message\`.

- **Login**: ${loginText(login)}
- **Media**: JPEG and MP4, told by their first bytes; up to 64 MiB; under a random name in \`uploads\`, never under
  the one that was sent. \`GET /media/NAME\` gives a file back, to anybody who knows its name.

| variable | means | default |
|---|---|---|
${environmentOf(login)
  .map(([name, , meaning]) => `| \`${name}\` | ${meaning} | none: it does not start without |\n`)
  .join(
    '',
  )}| \`PUBLIC_URL\` | how the world reaches this server, for \`media_url\` | \`http://127.0.0.1:8080\` |
| \`UPLOAD_FOLDER\` | where media is stored; keep it outside what a web server shows | \`uploads\` |
| \`UPLOAD_REPLY\` | \`xml\` or \`json\` | \`xml\` |

Before others use it: put a server with https in front, decide how long media is kept, and limit uploads per user.
${notes.length > 0 ? `\n## About this configuration\n\n${notes.map((note) => `- ${note}\n`).join('')}` : ''}`;
}

/** A name may hold anything: no line of its own, no end of the code. */
function code(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '�');
  return `\`\` ${line.replaceAll('`', "'")} \`\``;
}

function environmentOf(login: Login): readonly (readonly [name: string, value: string, meaning: string])[] {
  const password = ['UPLOAD_PASSWORD', "'…'", 'the password that is accepted'] as const;
  const username = ['UPLOAD_USERNAME', "'…'", 'the user name that is accepted'] as const;
  switch (login.kind) {
    case 'none':
      return [];
    case 'token':
      return [['UPLOAD_TOKEN', "'…'", 'the token that is accepted']];
    case 'fields':
      return login.username === null ? [password] : [username, password];
    case 'basic':
    case 'digest':
      return [username, password];
  }
}

function loginText(login: Login): string {
  switch (login.kind) {
    case 'none':
      return 'none is checked.';
    case 'digest':
      return 'Digest (RFC 7616, MD5, `qop=auth`). A nonce is good for five minutes; replays within them are not noticed.';
    case 'basic':
      return 'Basic (RFC 7617).';
    case 'token':
      return `the token in the header ${code(login.header)}.`;
    case 'fields': {
      const where = login.password.kind === 'part' ? 'part' : 'parameter of the query';
      const hash = login.isHashed ? ', as its SHA-1' : '';
      return `the password in the ${where} ${code(login.password.name)}${hash}.`;
    }
  }
}
