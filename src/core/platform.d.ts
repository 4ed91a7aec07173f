/**
 * The only things the core takes from its platform: pure functions of the web platform
 * that browsers and Node share (WHATWG Encoding, WHATWG URL). No DOM, no Node, no network,
 * no clock, no randomness: this folder is compiled with no other ambient types.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: Iterable<readonly [name: string, value: string]>;
  readonly hash: string;
}
