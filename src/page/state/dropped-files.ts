/** Files dropped on the page: which becomes the document, which the media, and which is left alone. */
import { typeFromBytes } from '../../core/request/media-type.ts';
import { isAccountFile } from './document-file.ts';

/** Pane 1, pane 3, or anywhere else: there only what is clearly one or the other is taken. */
export type DropZone = 'document' | 'media' | 'page';

export interface DroppedFiles {
  readonly document: File | null;
  readonly media: File | null;
  readonly left: readonly File[];
}

export async function sortDropped(files: readonly File[], zone: DropZone): Promise<DroppedFiles> {
  const kinds = await Promise.all(files.map(kindOf));
  const first = (...wanted: readonly Kind[]): File | null => {
    for (const kind of wanted) {
      const file = files[kinds.indexOf(kind)];
      if (file) return file;
    }
    return null;
  };
  const document = {
    document: () => first('account', 'xml', 'unknown'),
    media: () => first('account'),
    page: () => first('account', 'xml'),
  }[zone]();
  const media = zone === 'media' ? first('media', 'xml', 'unknown') : first('media');
  return { document, media, left: files.filter((file) => file !== document && file !== media) };
}

export function describeLeft({ document, media, left }: DroppedFiles): string | null {
  if (left.length === 0) return null;
  const shown = left.slice(0, 2).map(({ name }) => `“${name}”`);
  if (left.length > 2) shown.push(`${left.length - 2} more`);
  const names = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
  const why =
    document === null && media === null
      ? 'drop an Account XML here, and media on pane 3'
      : 'one document and one media file are taken at a time';
  return `${names} ${left.length > 1 ? 'were' : 'was'} left alone: ${why}.`;
}

type Kind = 'account' | 'media' | 'xml' | 'unknown';

/** Bytes from the start of a file that tell whether it is media. */
const headLength = 64;

async function kindOf(file: File): Promise<Kind> {
  if (await isAccountFile(file)) return 'account';
  if (/^(?:image|video|audio)\//.test(file.type) || (await startsLikeMedia(file))) return 'media';
  return /\.xml$/i.test(file.name) ? 'xml' : 'unknown';
}

async function startsLikeMedia(file: File): Promise<boolean> {
  try {
    return typeFromBytes(new Uint8Array(await file.slice(0, headLength).arrayBuffer())) !== null;
  } catch {
    return false;
  }
}
