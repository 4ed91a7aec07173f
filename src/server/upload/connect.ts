/** From a name to a connection: looked up once, checked, and connected to what was checked. */
import { lookup as systemLookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, rootCertificates, type TLSSocket } from 'node:tls';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import type { AddressPolicy } from '../policy/address-policy.ts';
import { chainOf } from './certificate-facts.ts';
import { certificateProblem } from './certificate-problem.ts';
import { asksForCertificate, type ConnectionFacts, withoutCertificate } from './explain-failure.ts';
import { type Failure, failureOf } from './failure.ts';
import { nameProblem, withoutRoot } from './host-name.ts';
import { createSocketReader, type SocketReader } from './socket-reader.ts';
import { isFailure, type Target } from './target.ts';

export interface ConnectOptions {
  readonly policy: AddressPolicy;
  /** All addresses of a name, in the order to try. */
  readonly lookup: (hostname: string) => Promise<readonly string[]>;
  /** Milliseconds for all of it: name, connection and TLS. */
  readonly connectTimeout: number;
  readonly signal: AbortSignal;
  /** Milliseconds since the exchange began. */
  readonly now: () => number;
  readonly emit: (event: ProtocolEvent) => void;
  /** Authorities to trust beside Node's own, PEM. */
  readonly ca?: string | undefined;
  /** Fingerprint of the one certificate that will do although it does not verify. */
  readonly acceptCertificate?: string | undefined;
}

export async function lookupAll(hostname: string): Promise<readonly string[]> {
  const found = await systemLookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

export interface Connection {
  /** Open both ways; closing it is the caller's. */
  readonly socket: Socket;
  readonly reader: SocketReader;
  /** Null without TLS. */
  readonly tls: ConnectionFacts['tls'];
}

export async function connect(target: Target, options: ConnectOptions): Promise<Connection | Failure> {
  const deadline = options.now() + options.connectTimeout;
  const addresses = await addressesOf(target, options);
  if (isFailure(addresses)) return addresses;
  let failure: Failure = { code: 'name-not-found', detail: 'The name has no address.' };
  for (const [index, address] of addresses.entries()) {
    // A silent address leaves time for those after it.
    const time = (deadline - options.now()) / (addresses.length - index);
    const opened = openSocket(address, target, options);
    const connected = await settled(opened.socket, 'connect', time, options);
    if (connected === null) {
      options.emit({ type: 'connected', at: options.now(), address, port: target.port });
      return opened.secure ? await secured(opened, deadline - options.now(), options) : opened;
    }
    failure = connected;
    if (options.signal.aborted) break;
  }
  return failure;
}

async function addressesOf(target: Target, options: ConnectOptions): Promise<readonly string[] | Failure> {
  const addresses = isIP(target.hostname) === 0 ? await lookedUp(target, options) : [target.hostname];
  if (isFailure(addresses)) return addresses;
  options.emit({ type: 'lookup', at: options.now(), host: target.hostname, addresses });
  for (const address of addresses) {
    // One forbidden address is enough: a name that also points at one is not to be trusted.
    const reason = options.policy(address);
    if (reason !== null) return { code: 'target-forbidden', detail: reason };
  }
  return addresses;
}

/** A lookup can't be cancelled, but nothing has to wait for it. */
async function lookedUp(target: Target, options: ConnectOptions): Promise<readonly string[] | Failure> {
  const { lookup, signal, connectTimeout } = options;
  const problem = nameProblem(target.hostname);
  if (problem !== null) return { code: 'name-not-found', detail: problem };
  return new Promise((resolve) => {
    const finish = (result: readonly string[] | Failure) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const onAbort = () => finish(cancelled);
    const timer = setTimeout(() => {
      finish({ code: 'name-lookup-failed', detail: `No answer within ${connectTimeout / 1000} s.` });
    }, connectTimeout);
    lookup(target.hostname).then(finish, (error: unknown) => finish(failureOf(error, 'lookup')));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

const cancelled: Failure = { code: 'cancelled', detail: '' };

type Opened =
  | ({ readonly secure: false } & Connection)
  | {
      readonly secure: true;
      readonly socket: TLSSocket;
      readonly reader: SocketReader;
      readonly nameFault: () => Error | undefined;
    };

function openSocket(address: string, target: Target, { ca }: ConnectOptions): Opened {
  const reader = createSocketReader();
  // Half-open: a server may close its side after the reply while we are still sending.
  const options = { host: address, port: target.port, allowHalfOpen: true, onread: reader.onread };
  if (!target.secure) {
    return { secure: false, reader, socket: connectTcp({ ...options, noDelay: true }), tls: null };
  }
  let nameFault: Error | undefined;
  const socket = connectTls({
    ...options,
    ALPNProtocols: ['http/1.1'],
    // Not left to Node, which gives no details of a chain that it refuses: `secured` judges it, always,
    // and before a byte of the request (the roots are Node's and NODE_EXTRA_CA_CERTS).
    rejectUnauthorized: false,
    checkServerIdentity: (name, certificate) => {
      nameFault = checkServerIdentity(name, certificate);
      return nameFault;
    },
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
    // The name that must be in the certificate; without one it is the address.
    ...(isIP(target.hostname) === 0 && { servername: withoutRoot(target.hostname) }),
  });
  socket.setNoDelay(true);
  return { secure: true, reader, socket, nameFault: () => nameFault };
}

/** A connection only where the certificate verifies, or is the one that a person accepted. */
async function secured(
  { socket, reader, nameFault }: Extract<Opened, { secure: true }>,
  time: number,
  options: ConnectOptions,
): Promise<Connection | Failure> {
  let wasAsked = false;
  // Before the socket is closed, which takes the answer with it.
  socket.once('error', () => {
    wasAsked = asksForCertificate(socket);
  });
  const failure = await settled(socket, 'secureConnect', time, options);
  if (failure !== null) return wasAsked ? withoutCertificate(failure) : failure;
  const chain = chainOf(socket);
  const problem = certificateProblem(socket, nameFault());
  const accepted =
    problem !== null && chain[0]?.fingerprint === options.acceptCertificate && chain.length > 0;
  options.emit({
    type: 'tls',
    at: options.now(),
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    chain,
    problem,
    accepted,
  });
  if (problem === null || accepted) {
    return { socket, reader, tls: { asksForCertificate: asksForCertificate(socket) } };
  }
  socket.on('error', () => {});
  socket.destroy();
  return problem;
}

/** Null once `event` came within `time` milliseconds, or the failure; a failed socket is destroyed. */
function settled(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  time: number,
  { connectTimeout, signal }: ConnectOptions,
): Promise<Failure | null> {
  return new Promise((resolve) => {
    const finish = (failure: Failure | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off(event, onReady);
      socket.off('error', onError);
      if (failure !== null) {
        // An error may still follow the one that was reported.
        socket.on('error', () => {});
        socket.destroy();
      }
      resolve(failure);
    };
    const onReady = () => finish(null);
    const onError = (error: Error) => finish(failureOf(error, event === 'connect' ? 'connect' : 'tls'));
    const onAbort = () => finish(cancelled);
    const timer = setTimeout(() => {
      const what = event === 'connect' ? 'connection' : 'TLS';
      finish({ code: 'connect-timeout', detail: `No ${what} within ${connectTimeout / 1000} s.` });
    }, time);
    socket.once(event, onReady);
    socket.once('error', onError);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
