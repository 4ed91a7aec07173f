/**
 * The data of a link, version 1: the number of bytes that follow the checksum (LEB128), CRC-32 of them (4 bytes,
 * big-endian), then raw deflate with the dictionary of the number of bytes of the XML (LEB128), the XML in
 * UTF-8, and the settings in JSON, where there are any.
 */
import { deflateSync } from 'fflate';
import { fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { dictionaryV1 } from './dictionary-v1.ts';
import { inflateCapped } from './inflate-capped.ts';
import { alteredLink, cutLink, type LinkFault, tooLarge } from './link-faults.ts';
import {
  bounds,
  isXmlTooLong,
  type ReadShared,
  readShared,
  type SharedSession,
  settingsOf,
} from './shared-session.ts';

/** Characters of a link; browsers take no more of an address. */
export const mostOfLink = 1_000_000;
/** Bytes of what is in it, the XML and as much again. */
const mostInflated = 2 * bounds.xml;

export function encodeV1(session: SharedSession): string {
  const encoder = new TextEncoder();
  const xml = encoder.encode(session.xml);
  const settings = settingsOf(session);
  const rest = settings === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(settings));
  const deflated = deflateSync(joined([leb128(xml.length), xml, rest]), {
    level: 9,
    dictionary: dictionaryV1,
  });
  const checksum = new Uint8Array(4);
  new DataView(checksum.buffer).setUint32(0, crc32(deflated));
  return toBase64url(joined([leb128(deflated.length), checksum, deflated]));
}

export type Decoded =
  | ({ readonly ok: true } & ReadShared)
  | { readonly ok: false; readonly fault: LinkFault };

/** Never throws, and takes no more time or memory than its caps allow. */
export function decodeV1(data: string): Decoded {
  if (data.length > mostOfLink) return failed(tooLarge);
  const bytes = fromBase64url(data);
  const stated = readLeb128(bytes);
  if (stated === null) return failed(bytes.length < mostOfLeb128 ? cutLink : alteredLink);
  const start = stated.end + 4;
  if (bytes.length < start + stated.value) return failed(cutLink);
  if (bytes.length > start + stated.value) return failed(alteredLink);
  const deflated = bytes.subarray(start);
  const checksum = new DataView(bytes.buffer, bytes.byteOffset + stated.end, 4).getUint32(0);
  if (checksum !== crc32(deflated)) return failed(alteredLink);
  const inflated = inflateCapped(deflated, dictionaryV1, mostInflated);
  if (!inflated.ok) return failed(inflated.tooLarge ? tooLarge : alteredLink);
  return readContent(inflated.bytes);
}

function readContent(bytes: Uint8Array): Decoded {
  const length = readLeb128(bytes);
  if (length === null || length.end + length.value > bytes.length) return failed(alteredLink);
  const settingsAt = length.end + length.value;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const xml = decoder.decode(bytes.subarray(length.end, settingsAt));
  if (isXmlTooLong(xml)) return failed(tooLarge);
  const rest = decoder.decode(bytes.subarray(settingsAt));
  try {
    return { ok: true, ...readShared(xml, rest === '' ? undefined : JSON.parse(rest)) };
  } catch {
    return failed(alteredLink);
  }
}

function failed(fault: LinkFault): Decoded {
  return { ok: false, fault };
}

/** Bytes of a number below 2³². */
const mostOfLeb128 = 5;

function leb128(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function readLeb128(bytes: Uint8Array): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let at = 0; at < Math.min(mostOfLeb128, bytes.length); at++) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * 128 ** at;
    if (byte < 128) return { value, end: at + 1 };
  }
  return null;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
