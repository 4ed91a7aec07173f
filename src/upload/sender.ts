/**
 * Which computer sends the upload, in the words of the page. Its own server is on the user's machine,
 * or it is one for many, which answers to no name of this machine. Declared here because the server
 * writes the page's first paint.
 */
export interface SenderWords {
  readonly through: string;
  readonly explanation: string;
}

const nowhereElse = 'Nothing goes anywhere else.';

export const senderHere: SenderWords = {
  through: 'Sent from this computer',
  explanation: `The page hands each upload to the playground’s own server on this computer, which sends it on. Private addresses are allowed. ${nowhereElse}`,
};

export const senderAway: SenderWords = {
  through: 'Sent from the playground’s server',
  explanation: `The page hands each upload to the server that it came from, which sends it on, to public addresses only. ${nowhereElse}`,
};

/** `hostname` as a URL has it: that of the page. */
export function senderWords(hostname: string): SenderWords {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? senderHere : senderAway;
}
