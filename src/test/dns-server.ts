/** Test support: a name server on this machine, that answers as configured. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import ipaddr from 'ipaddr.js';
import { onTestFinished } from 'vitest';

/** Addresses of both families, or the response code of a failure (RFC 1035, 4.1.1); null says nothing. */
export type DnsAnswer = readonly string[] | 'SERVFAIL' | 'NXDOMAIN' | null;

const codes = { SERVFAIL: 2, NXDOMAIN: 3 };
const types: Readonly<Record<number, 'ipv4' | 'ipv6'>> = { 1: 'ipv4', 28: 'ipv6' };

/** Resolves with its address as `createDnsLookup` takes it. */
export async function dnsServer(
  answer: (name: string, family: 'ipv4' | 'ipv6') => DnsAnswer,
): Promise<string> {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  socket.on('message', (query, from) => {
    const { name, end } = nameAt(query, 12);
    const family = types[query.readUInt16BE(end)];
    if (family === undefined) return;
    const given = answer(name, family);
    if (given === null) return;
    socket.send(reply(query.subarray(0, end + 4), given, family), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return `127.0.0.1:${socket.address().port}`;
}

function nameAt(query: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function reply(question: Buffer, answer: Exclude<DnsAnswer, null>, family: 'ipv4' | 'ipv6'): Buffer {
  const addresses =
    typeof answer === 'string'
      ? []
      : answer.map((each) => ipaddr.parse(each)).filter((ip) => ip.kind() === family);
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | (typeof answer === 'string' ? codes[answer] : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map((ip) => {
    const bytes = ip.toByteArray();
    // The name of the question, its type, IN, for no time at all.
    const type = family === 'ipv4' ? 1 : 28;
    return Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length, ...bytes]);
  });
  return Buffer.concat([head, ...records]);
}
