/**
 * Other nodes of an Account XML, a line each. They are known and explained, never reported: an
 * account may hold any node, and one that is missing here is no fault.
 */
import { isMisspelt } from '../core/account/key-diagnostics.ts';
import { keysWithoutEffect, misspeltUrlKey, urlKey } from '../core/account/service-keys.ts';

const known: Readonly<Record<string, string>> = {
  // Credentials and the account itself
  title: "The account's title, as the app shows it.",
  username: 'The SIP user name.',
  password: 'The SIP password.',
  authUsername: 'The user name for SIP authorization, where it is another than username.',
  cloud_username: 'The user name a person logs in to the app with; web services may use it.',
  cloud_password: 'The password a person logs in to the app with; web services may use it.',
  networkId: 'Parts the users of a multi-tenant service.',
  acrobitsDisplayName: "The user's name in the provider's directory.",
  userDisplayName: 'The display name in front of the SIP address.',
  displayName: 'A display name.',
  displayNumber: 'The number shown for this account.',
  userCallerId: 'The caller ID sent in From of outgoing calls.',
  callerID: 'A caller ID.',
  fromUser: 'The user name in From.',
  // SIP
  host: 'The SIP domain, with a port where it is not the usual one.',
  proxy: 'The SIP server to connect to, where it is another than host.',
  transport: 'The SIP transport: udp, tcp, tls, or tls+sip: for TLS with sip: addresses.',
  expires: 'Seconds that a SIP registration asks to be valid for.',
  icm: 'How incoming calls reach the app, by push for instance.',
  pushEnabled: 'Whether incoming calls arrive by push.',
  allowMessage: 'Whether messages are allowed: 0 or 1.',
  allowVideo: 'Whether video calls are allowed: 0 or 1.',
  voiceMailNumber: 'The number to call for voicemail.',
  subscribeForVoicemail: 'Whether the app subscribes to news of voicemail: 0 or 1.',
  codecOrder: 'Audio codecs on Wi-Fi, best first.',
  codecOrder3G: 'Audio codecs on mobile data, best first.',
  codecPriority: 'Audio codecs, best first.',
  videoCodecOrder: 'Video codecs on Wi-Fi, best first.',
  videoCodecOrder3G: 'Video codecs on mobile data, best first.',
  videoDimsWifi: 'The size of video on Wi-Fi.',
  STUN: 'The STUN server.',
  natTraversal: 'How calls get through NAT: stun or ice, for instance.',
  contactIP: 'Which address goes into Contact: external, for instance.',
  sdesIncoming: 'Whether incoming calls may be encrypted by SDES.',
  sdesOutgoing: 'Whether outgoing calls are encrypted by SDES.',
  srtp: 'Whether calls are encrypted.',
  busyTone: 'The tone for a busy line.',
  endCallTone: "The tone at a call's end.",
  callWaitingTone: 'The tone for a call that waits.',
  ringingTone: 'The tone while the other side rings.',
  blf: 'The lines whose state is watched (busy lamp field).',
  rewriting: 'Rules that shape the number; this service applies them to %to%.',
  // Provisioning and web services
  extProvUrl: 'Where the app fetches its account settings from.',
  extProvInterval: 'Seconds between two fetches of the account settings.',
  rateCheckMinNumberLength: 'Digits a number needs before its rate is asked for.',
  genericMediaRefSendUrl:
    'Sends a message with the reference to media that was uploaded: another web service.',
};

/** Families of keys: each service has them under its own name, with one of the suffixes below. */
const services: readonly (readonly [prefix: string, what: string])[] = [
  ['genericMediaUploadPrecheck', 'the check before a media upload'],
  ['genericMediaRefSend', 'sending the reference to uploaded media'],
  ['genericSmsSend', 'sending a message'],
  ['genericSmsFetch', 'fetching messages'],
  ['genericSms', 'sending a message'],
  ['genericBalanceCheck', 'asking for the balance'],
  ['genericRateCheck', 'asking for the rate of a call'],
  ['pushTokenReporter', "reporting the app's push token"],
  ['extProv', 'external provisioning'],
];

const suffixes: Readonly<Record<string, string>> = {
  Url: 'The URL',
  Method: 'The HTTP method',
  PostData: 'The body',
  ContentType: 'The type of the body',
  CustomHeaders: 'Headers of its own',
  AuthUsername: 'The user name',
  AuthPassword: 'The password',
  AuthUser: 'The user name',
  AuthPass: 'The password',
  Parse: 'How the reply is read',
  Timeout: 'The timeout',
};

/** One line about a node; undefined where it is not known here. */
export function explainNode(name: string): string | undefined {
  if (name === misspeltUrlKey) return `A misspelling without effect: the key is ${urlKey}.`;
  if (keysWithoutEffect.includes(name))
    return 'Other web services have such a key; here it has no effect: the parts of the body are in genericMediaUploadMultipartData.';
  if (Object.hasOwn(known, name)) return known[name];
  for (const [prefix, what] of services) {
    const suffix = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (Object.hasOwn(suffixes, suffix))
      return `${suffixes[suffix]} for ${what}: another web service of the app.`;
  }
  if (/^generic[A-Z]/.test(name) && !isMisspelt(name))
    return 'A key of another web service of the app; media upload does not use it.';
  return undefined;
}

/** Nodes that most accounts have, in the order in which people write them. */
export const commonNodes: readonly string[] = [
  'title',
  'username',
  'password',
  'host',
  'transport',
  'cloud_username',
  'cloud_password',
  'rewriting',
];
