/** A file that is opened as the Account XML: read, decoded, or refused with the reason. */
import { decodeDocument } from '../../core/account/document-encoding.ts';
import { typeFromBytes } from '../../core/request/media-type.ts';
import type { Diagnostic } from '../../core/source/diagnostics.ts';
import { formatSize } from '../components/format.ts';

export type DocumentFile =
  | {
      readonly kind: 'document';
      readonly name: string;
      /** With its BOM and line ends (ACC-6). */
      readonly text: string;
      /** It is not UTF-8 (ACC-1); `bytes` are then the file's own, so that saving it unchanged loses nothing. */
      readonly fault: { readonly diagnostic: Diagnostic; readonly bytes: Uint8Array<ArrayBuffer> } | null;
    }
  /** Or what looks like one (links/session-file.ts): JSON is no XML. */
  | { readonly kind: 'session'; readonly name: string; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Bytes: 1 MiB of text (ACC-7) may be two in UTF-16, which is read to be explained. */
const maxBytes = 2 * 1024 * 1024 + 2;

export async function readDocumentFile(file: File): Promise<DocumentFile> {
  const { name } = file;
  if (file.size > maxBytes)
    return refused(`“${name}” has ${formatSize(file.size)}; an Account XML has 1 MiB at the most (ACC-7).`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(`“${name}” can’t be read. It may have been moved, or it is a folder.`);
  }
  const { text, diagnostics } = decodeDocument(bytes);
  const media = typeFromBytes(bytes);
  if (media !== null)
    return refused(`“${name}” is media (${media}). Choose it, or drop it, in pane 3 to send it.`);
  if (text.includes('\0')) return refused(`“${name}” isn’t a text file, so it isn’t an Account XML.`);
  if (/^\uFEFF?\s*\{/.test(text)) return { kind: 'session', name, text };
  const diagnostic = diagnostics[0];
  return { kind: 'document', name, text, fault: diagnostic ? { diagnostic, bytes } : null };
}

function refused(why: string): DocumentFile {
  return { kind: 'refused', why: `${why} Your document is as it was.` };
}

/** Bytes from the start of a file that tell whether it is an Account XML. */
const headLength = 1024;

/** Whether a file is an Account XML by its first element, or a session: then it is hardly meant as media. */
export async function isAccountFile(file: File): Promise<boolean> {
  if (file.size > maxBytes) return false;
  try {
    const { text } = decodeDocument(new Uint8Array(await file.slice(0, headLength).arrayBuffer()));
    return (
      /^[^<]*(?:<[?!][^>]*>[^<]*)*<accounts?[\s/>]/.test(text) ||
      /^\uFEFF?\s*\{\s*"format"\s*:\s*"media-upload-playground-session"/.test(text)
    );
  } catch {
    return false;
  }
}
