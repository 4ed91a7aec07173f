/** From a name to a connection: looked up once, checked, and connected to what was checked. */
import { lookup as systemLookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates, type TLSSocket } from 'node:tls';
import type { WireEvent } from '../wire/protocol.ts';
import type { AddressPolicy } from './address-policy.ts';
import { type Failure, failureOf } from './failure.ts';
import { isFailure, type Target } from './target.ts';

export interface Surroundings {
  readonly policy: AddressPolicy;
  /** All addresses of a name, in the order to try. */
  readonly lookup: (hostname: string) => Promise<readonly string[]>;
  /** Milliseconds, for one address. */
  readonly connectTimeout: number;
  readonly signal: AbortSignal;
  /** Milliseconds since the exchange began. */
  readonly now: () => number;
  readonly emit: (event: WireEvent) => void;
  /** Authorities to trust beside Node's own, PEM. */
  readonly ca?: string | undefined;
}

export async function lookupAll(hostname: string): Promise<readonly string[]> {
  const found = await systemLookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

/** The socket is paused and open both ways; closing it is the caller's. */
export async function connect(target: Target, around: Surroundings): Promise<Socket | Failure> {
  const addresses = await addressesOf(target, around);
  if (isFailure(addresses)) return addresses;
  let failure: Failure = { code: 'name-not-found', detail: 'The name has no address.' };
  for (const address of addresses) {
    const socket = await connectTo(address, target.port, around);
    if (isFailure(socket)) {
      failure = socket;
      if (around.signal.aborted) break;
      continue;
    }
    around.emit({ type: 'connected', at: around.now(), address, port: target.port });
    return target.secure ? await secure(socket, target, around) : socket;
  }
  return failure;
}

async function addressesOf(target: Target, around: Surroundings): Promise<readonly string[] | Failure> {
  let addresses: readonly string[] = [target.hostname];
  if (isIP(target.hostname) === 0) {
    try {
      addresses = await around.lookup(target.hostname);
    } catch (error) {
      return failureOf(error, 'lookup');
    }
  }
  around.emit({ type: 'lookup', at: around.now(), host: target.hostname, addresses });
  for (const address of addresses) {
    // One forbidden address is enough: a name that also points at one is not to be trusted.
    const reason = around.policy(address);
    if (reason !== null) return { code: 'target-forbidden', detail: reason };
  }
  return addresses;
}

function connectTo(address: string, port: number, around: Surroundings): Promise<Socket | Failure> {
  // Half-open: a server may close its side behind the reply while we are still sending.
  const socket = connectTcp({ host: address, port, allowHalfOpen: true, noDelay: true });
  return settled(socket, 'connect', 'connect', around);
}

/** Certificates are verified, always (the roots are Node's and NODE_EXTRA_CA_CERTS). */
async function secure(plain: Socket, target: Target, around: Surroundings): Promise<Socket | Failure> {
  const isName = isIP(target.hostname) === 0;
  const socket: TLSSocket = connectTls({
    socket: plain,
    host: target.hostname,
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(around.ca !== undefined && { ca: [...rootCertificates, around.ca] }),
    ...(isName && { servername: target.hostname }),
  });
  const result = await settled(socket, 'secureConnect', 'tls', around);
  if (isFailure(result)) {
    plain.destroy();
    return result;
  }
  const certificate = socket.getPeerCertificate();
  around.emit({
    type: 'tls',
    at: around.now(),
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    subject: String(certificate.subject?.CN ?? ''),
    issuer: String(certificate.issuer?.CN ?? certificate.issuer?.O ?? ''),
    validTo: certificate.valid_to ?? '',
  });
  return socket;
}

/** The socket once `event` came, or the failure; a failed one is destroyed. */
function settled(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  stage: 'connect' | 'tls',
  { connectTimeout, signal }: Surroundings,
): Promise<Socket | Failure> {
  return new Promise((resolve) => {
    const finish = (result: Socket | Failure) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off(event, onReady);
      socket.off('error', onError);
      if (isFailure(result)) {
        // An error may still follow the one that was reported.
        socket.on('error', () => {});
        socket.destroy();
      }
      resolve(result);
    };
    const onReady = () => finish(socket);
    const onError = (error: Error) => finish(failureOf(error, stage));
    const onAbort = () => finish({ code: 'cancelled', detail: '' });
    const timer = setTimeout(() => {
      finish({ code: 'connect-timeout', detail: `No answer within ${connectTimeout / 1000} s.` });
    }, connectTimeout);
    socket.once(event, onReady);
    socket.once('error', onError);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
