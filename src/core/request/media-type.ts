/** The file part's media type (MP-8). */
import type { Media } from './plan.ts';

export const octetStream = 'application/octet-stream';

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const quoted = '"(?:[\\t \\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\t\\x20-\\x7E])*"';
const mediaType = new RegExp(`^${token}/${token}(?:[ \\t]*;(?:[ \\t]*${token}=(?:${token}|${quoted}))?)*$`);

/** Whether `text` is a media type (RFC 9110, section 8.3.1), so that it can stand in a header line. */
export function isMediaType(text: string): boolean {
  return mediaType.test(text);
}

/** Brands of ISO base media files that are no video/mp4 (MP-8). */
const otherBrands = new Set(['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis', 'qt  ', 'M4A ', 'M4B ']);

/** The type by the media's first bytes: one of the two that the app sends, or null. */
export function typeFromBytes(head: Uint8Array): 'image/jpeg' | 'video/mp4' | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (head.length < 12) return null;
  const ascii = String.fromCharCode(...head.subarray(4, 12));
  return ascii.startsWith('ftyp') && !otherBrands.has(ascii.slice(4)) ? 'video/mp4' : null;
}

/** The type that the file part is sent under. */
export function typeOfMedia(media: Media): string {
  const fromBytes = typeFromBytes(media.head);
  if (fromBytes !== null) return fromBytes;
  return isMediaType(media.declaredType) ? media.declaredType : octetStream;
}

/** MP-10: a file name is never empty. */
export function fileNameOf(media: Media, type: string): string {
  if (media.name !== '') return media.name;
  return type === 'image/jpeg' ? 'media.jpg' : type === 'video/mp4' ? 'media.mp4' : 'media.bin';
}
