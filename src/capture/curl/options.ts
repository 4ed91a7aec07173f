/** The options of curl: which take a value, which shape the request, and which of those are read here. */
import type { CaptureFault } from '../captured.ts';
import type { Word } from './command.ts';

/** What is read; a name without a value is a switch. */
const read = `
  url= request= header= data= data-ascii= data-binary= data-raw= data-urlencode= json= form= form-string=
  user= user-agent= referer= cookie= upload-file= url-query= request-target= oauth2-bearer= proto-default=
  get head compressed digest basic anyauth http1.0 path-as-is globoff next form-escape`;

/** Shapes the request, and is not read here. */
const unread = `
  aws-sigv4= range= continue-at= time-cond= proxy= preproxy= proxy-user= proxy-header= proxy1.0= config=
  netrc-file= etag-compare= mail-from= mail-rcpt= quote= variable= expand-data= expand-url= expand-header=
  netrc netrc-optional ntlm ntlm-wb negotiate http2 http2-prior-knowledge http3 http3-only crlf use-ascii append
  tr-encoding proxytunnel haproxy-protocol`;

/** About the connection, the reply or what is printed: the request is the same. */
const harmless = `
  abstract-unix-socket= alt-svc= cacert= capath= cert= cert-type= ciphers= connect-timeout= connect-to=
  cookie-jar= create-file-mode= crlfile= curves= delegation= dns-interface= dns-ipv4-addr= dns-ipv6-addr=
  dns-servers= doh-url= dump-header= ech= egd-file= engine= etag-save= expect100-timeout= ftp-account=
  ftp-alternative-to-user= ftp-method= ftp-port= ftp-ssl-ccc-mode= haproxy-clientip= happy-eyeballs-timeout-ms=
  help= hostpubmd5= hostpubsha256= hsts= interface= ip-tos= ipfs-gateway= keepalive-cnt= keepalive-time= key=
  key-type= krb= libcurl= limit-rate= local-port= login-options= mail-auth= max-filesize= max-redirs= max-time=
  noproxy= output= output-dir= parallel-max= pass= pinnedpubkey= proto= proto-redir= proxy-cacert=
  proxy-capath= proxy-cert= proxy-cert-type= proxy-ciphers= proxy-crlfile= proxy-key= proxy-key-type=
  proxy-pass= proxy-pinnedpubkey= proxy-service-name= proxy-tls13-ciphers= proxy-tlsauthtype=
  proxy-tlspassword= proxy-tlsuser= pubkey= random-file= rate= resolve= retry= retry-delay= retry-max-time=
  sasl-authzid= service-name= sigalgs= socks4= socks4a= socks5= socks5-gssapi-service= socks5-hostname=
  speed-limit= speed-time= stderr= telnet-option= tftp-blksize= tls-max= tls13-ciphers= tlsauthtype=
  tlspassword= tlsuser= trace= trace-ascii= trace-config= unix-socket= vlan-priority= write-out= parallel-max-host=
  ca-native cert-status compressed-ssh create-dirs disable disable-eprt disable-epsv disallow-username-in-url
  doh-cert-status doh-insecure fail fail-early fail-with-body false-start ftp-create-dirs ftp-pasv ftp-pret
  ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control http0.9 http1.1 ignore-content-length include insecure ipv4 ipv6
  junk-session-cookies list-only location location-trusted mail-rcpt-allowfails manual metalink buffer clobber
  keepalive progress-meter sessionid alpn npn parallel parallel-immediate post301 post302 post303 progress-bar
  proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm
  proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 raw remote-header-name remote-name
  remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused sasl-ir show-error show-headers
  silent skip-existing socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert
  ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2 sslv3 styled-output styled-errors suppress-connect-headers
  tcp-fastopen tcp-nodelay tftp-no-options tls-earlydata tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 trace-ids
  trace-time verbose version xattr`;

/** Of one letter; what each is in full. */
const letters: Readonly<Record<string, string>> = {
  '0': 'http1.0',
  '1': 'tlsv1',
  '2': 'sslv2',
  '3': 'sslv3',
  '4': 'ipv4',
  '6': 'ipv6',
  '#': 'progress-bar',
  ':': 'next',
  A: 'user-agent',
  B: 'use-ascii',
  C: 'continue-at',
  D: 'dump-header',
  E: 'cert',
  F: 'form',
  G: 'get',
  H: 'header',
  I: 'head',
  J: 'remote-header-name',
  K: 'config',
  L: 'location',
  M: 'manual',
  N: 'no-buffer',
  O: 'remote-name',
  P: 'ftp-port',
  Q: 'quote',
  R: 'remote-time',
  S: 'show-error',
  T: 'upload-file',
  U: 'proxy-user',
  V: 'version',
  X: 'request',
  Y: 'speed-limit',
  Z: 'parallel',
  a: 'append',
  b: 'cookie',
  c: 'cookie-jar',
  d: 'data',
  e: 'referer',
  f: 'fail',
  g: 'globoff',
  h: 'help',
  i: 'include',
  j: 'junk-session-cookies',
  k: 'insecure',
  l: 'list-only',
  m: 'max-time',
  n: 'netrc',
  o: 'output',
  p: 'proxytunnel',
  q: 'disable',
  r: 'range',
  s: 'silent',
  t: 'telnet-option',
  u: 'user',
  v: 'verbose',
  w: 'write-out',
  x: 'proxy',
  y: 'speed-time',
  z: 'time-cond',
};

type Effect = 'read' | 'unread' | 'harmless';

interface Known {
  readonly name: string;
  readonly takesValue: boolean;
  readonly effect: Effect;
}

const known = new Map<string, Known>();
for (const [effect, text] of [
  ['read', read],
  ['unread', unread],
  ['harmless', harmless],
] as const) {
  for (const entry of text.trim().split(/\s+/)) {
    const name = entry.replace('=', '');
    known.set(name, { name, takesValue: entry.endsWith('='), effect });
  }
}

export interface GivenOption {
  /** In full; empty for an operand, which is an address. */
  readonly name: string;
  readonly value: string;
  /** `--no-…`: a switch turned off. */
  readonly isOff: boolean;
  readonly at: number;
}

/** Options and operands in their order; what is not understood is said. */
export function readOptions(words: readonly Word[], faults: CaptureFault[]): readonly GivenOption[] {
  const given: GivenOption[] = [];
  let operandsOnly = false;
  for (let index = 0; index < words.length; index++) {
    const { text, at } = words[index] ?? { text: '', at: 0 };
    const nextValue = () => {
      index += 1;
      const next = words[index];
      if (next === undefined)
        faults.push({ severity: 'fault', code: 'unread-option', text: `${shown(text)} has no value.`, at });
      return next?.text ?? '';
    };
    const push = (option: Known, value: string, isOff = false) => {
      if (option.effect === 'read') given.push({ name: option.name, value, isOff, at });
      else if (option.effect === 'unread' && !isOff) {
        const why = `--${option.name} can't be read: what it does to the request is missing here.`;
        faults.push({ severity: 'fault', code: 'unread-option', text: why, at });
      }
    };
    if (operandsOnly || text === '-' || !text.startsWith('-'))
      given.push({ name: '', value: text, isOff: false, at });
    else if (text === '--') operandsOnly = true;
    else if (text.startsWith('--')) {
      const [option, isOff] = longOption(text.slice(2));
      if (option === null) faults.push(unknown(text, at));
      else push(option, option.takesValue && !isOff ? nextValue() : '', isOff);
    } else {
      // Letters in a row; the rest behind one that takes a value is its value.
      for (let letter = 1; letter < text.length; letter++) {
        const name = letters[text[letter] ?? ''] ?? '';
        const [option, isOff] = longOption(name);
        if (option === null) {
          faults.push(unknown(`-${text[letter]}`, at));
          continue;
        }
        if (!option.takesValue) {
          push(option, '', isOff);
          continue;
        }
        const rest = text.slice(letter + 1);
        push(option, rest === '' ? nextValue() : rest);
        break;
      }
    }
  }
  return given;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function unknown(text: string, at: number): CaptureFault {
  return {
    severity: 'fault',
    code: 'unknown-option',
    text: `${shown(text)} is no option of curl that is known here: it can't be read.`,
    at,
  };
}

/** By its name, or a beginning that only one has. */
function longOption(name: string): readonly [Known | null, boolean] {
  const exact = known.get(name);
  if (exact) return [exact, false];
  const positive = name.startsWith('no-') ? known.get(name.slice(3)) : undefined;
  if (positive && !positive.takesValue) return [positive, true];
  if (name.length < 3) return [null, false];
  const [only, more] = [...known.values()].filter((option) => option.name.startsWith(name));
  return [only && !more ? only : null, false];
}
