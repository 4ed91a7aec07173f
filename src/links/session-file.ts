/** A whole session as a file: readable JSON, with the name of the media and not the media. */
import { type LinkFault, newerVersion, tooLarge } from './link-faults.ts';
import {
  bounds,
  isXmlTooLong,
  type ReadShared,
  readShared,
  type SharedSession,
  settingsOf,
} from './shared-session.ts';

const format = 'media-upload-playground-session';
const version = 1;

export interface SessionFile extends ReadShared {
  /** The file that was chosen when it was saved; it is to be chosen again. */
  readonly chosenFile: string | null;
}

export type ReadFile =
  | ({ readonly ok: true } & SessionFile)
  | { readonly ok: false; readonly fault: LinkFault };

export const sessionFileEnding = '.session.json';

/** Bytes of a file that may be one. */
export const mostOfSessionFile = 4 * bounds.xml;

export function writeSessionFile(session: SharedSession, chosenFile: string | null): string {
  const content = {
    format,
    version,
    ...settingsOf(session),
    ...(chosenFile !== null && { chosenFile }),
    xml: session.xml,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Whether a text is meant as one, and not as an Account XML. */
export function looksLikeSessionFile(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text.slice(0, 1000));
}

export function readSessionFile(text: string): ReadFile {
  if (text.length > mostOfSessionFile) return { ok: false, fault: tooLarge };
  const content = parse(text);
  if (content === null || content['format'] !== format) return { ok: false, fault: notAFile };
  const { version: stated, xml, chosenFile } = content;
  if (typeof stated === 'number' && stated > version)
    return { ok: false, fault: newerVersion('file', stated) };
  if (stated !== version || typeof xml !== 'string') return { ok: false, fault: damagedFile };
  if (isXmlTooLong(xml)) return { ok: false, fault: tooLarge };
  const name = typeof chosenFile === 'string' && chosenFile !== '' ? chosenFile.slice(0, bounds.name) : null;
  return { ok: true, ...readShared(xml, content), chosenFile: name };
}

const notAFile: LinkFault = {
  code: 'not-a-link',
  text: 'This file is no session of the playground. Open an Account XML, or a file that Share saved.',
};

const damagedFile: LinkFault = {
  code: 'damaged',
  how: 'altered',
  text: 'This session file was changed: its version or its Account XML is missing. Ask for it again.',
};

function parse(text: string): Partial<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
