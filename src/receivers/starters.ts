/** The files of a receiver in each language. */
import expressPackage from './express/package.json.template?raw';
import expressReceiver from './express/receiver.js.template?raw';
import expressServer from './express/server.js.template?raw';
import type { Place, ReceiverFacts } from './facts.ts';
import { fillTemplate } from './fill-template.ts';
import flaskApp from './flask/app.py.template?raw';
import flaskRequirements from './flask/requirements.txt.template?raw';
import goModule from './go/go.mod.template?raw';
import goMain from './go/main.go.template?raw';
import phpIndex from './php/index.php.template?raw';
import { type HowToRun, readmeText } from './readme-text.ts';

export const receiverLanguages = ['php', 'express', 'flask', 'go'] as const;
export type ReceiverLanguage = (typeof receiverLanguages)[number];

interface Starter extends HowToRun {
  readonly files: Readonly<Record<string, string>>;
  readonly write: Writer;
}

/** How a language writes a text, a list of texts, and nothing. */
interface Writer {
  readonly text: (text: string) => string;
  readonly list: (texts: readonly string[]) => string;
}

/** JSON's strings are read by JavaScript, Python and Go alike. */
const jsonText = (text: string) =>
  JSON.stringify(text).replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, escapeUnit);
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const inBrackets: Writer = {
  text: jsonText,
  list: (texts) => `[${texts.map(jsonText).join(', ')}]`,
};
const phpText = (text: string) => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/** `isRaw`: PHP would not parse this body, or would change a name in it. */
const phpRun = (isRaw: boolean) =>
  isRaw
    ? ['php -d enable_post_data_reading=0 -d memory_limit=512M -S 127.0.0.1:8080 public/index.php']
    : ['php -d upload_max_filesize=64M -d post_max_size=65M -S 127.0.0.1:8080 public/index.php'];

function starterFor(language: ReceiverLanguage, facts: ReceiverFacts): Starter {
  switch (language) {
    case 'php':
      return {
        title: 'PHP',
        needs: 'PHP 8.1 or newer',
        run: phpRun(isRawForPhp(facts)),
        files: { 'public/index.php': phpIndex },
        write: { text: phpText, list: (texts) => `[${texts.map(phpText).join(', ')}]` },
      };
    case 'express':
      return {
        title: 'Express',
        needs: 'Node 20 or newer',
        run: ['npm install', 'node server.js'],
        files: { 'server.js': expressServer, 'receiver.js': expressReceiver, 'package.json': expressPackage },
        write: inBrackets,
      };
    case 'flask':
      return {
        title: 'Flask',
        needs: 'Python 3.9 or newer',
        run: ['pip install -r requirements.txt', 'flask --app app run --port 8080'],
        files: { 'app.py': flaskApp, 'requirements.txt': flaskRequirements },
        write: inBrackets,
      };
    case 'go':
      return {
        title: 'Go',
        needs: 'Go 1.19 or newer',
        run: ['go run .'],
        files: { 'main.go': goMain, 'go.mod': goModule },
        write: { text: jsonText, list: (texts) => `[]string{${texts.map(jsonText).join(', ')}}` },
      };
  }
}

/** PHP parses POST alone, and writes `_` for what its variables can't have in their names. */
function isRawForPhp({ method, filePart, textParts, login }: ReceiverFacts): boolean {
  const ofLogin = login.kind === 'fields' ? [login.username, login.password] : [];
  const inParts = ofLogin.flatMap((place) => (place?.kind === 'part' ? [place.name] : []));
  return method === 'PUT' || [filePart, ...textParts, ...inParts].some((name) => !/^[\w-]+$/.test(name));
}

/** By their path, `/` between folders; the same facts give the same bytes. */
export function receiverFiles(
  language: ReceiverLanguage,
  facts: ReceiverFacts,
): Readonly<Record<string, string>> {
  const starter = starterFor(language, facts);
  const { write } = starter;
  const { login } = facts;
  const fields = login.kind === 'fields' ? login : null;
  const place = (one: Place | null | undefined) => write.list(one ? [one.kind, one.name] : []);
  const words = new Set([
    login.kind,
    login.kind === 'none' ? 'open' : 'login',
    isRawForPhp(facts) ? 'raw' : 'parsed',
    ...(fields?.isHashed ? ['hashed'] : ['plain']),
  ]);
  const values = {
    method: write.text(facts.method),
    path: write.text(facts.path),
    filePart: write.text(facts.filePart),
    textParts: write.list(facts.textParts),
    username: place(fields?.username),
    password: place(fields?.password),
    neededUsername: fields !== null && fields.username === null ? '""' : 'needed("UPLOAD_USERNAME")',
    tokenHeader: write.text(login.kind === 'token' ? login.header : ''),
    tokenPrefix: write.text(login.kind === 'token' ? login.prefix : ''),
  };
  const filled = Object.entries(starter.files).map(([path, template]) => [
    path,
    fillTemplate(template, words, values),
  ]);
  return { ...Object.fromEntries(filled), 'README.md': readmeText(starter, facts) };
}
