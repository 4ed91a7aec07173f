/** What depends on time and number: slow uploads that are cut, parallel ones, limits of rate. */
import { type Cause, failedIn, hasPassed, saidIn } from '../facts.ts';

export const slowCut: Cause = (facts) => {
  const failed = failedIn(facts, 'slow');
  if (failed === null || !hasPassed(facts, 'photo')) return null;
  const server = failed.upload?.reply?.headers.find(([name]) => name.toLowerCase() === 'server')?.[1] ?? '';
  const isNginx = /nginx|openresty/i.test(`${server} ${failed.text}`);
  const isApache = /\bApache\b/i.test(server);
  return {
    id: 'slow-cut',
    title: 'Slow uploads are cut off',
    confidence: failed.status === 0 || [408, 502, 504].includes(failed.status) ? 'high' : 'medium',
    evidence: ['photo passed; the same over some seconds did not.', saidIn(failed)],
    explains: ['slow'],
    remedies: [
      ...(isApache
        ? []
        : [
            {
              kind: 'lines',
              text: `${isNginx ? 'nginx waits' : 'If nginx stands in front, it waits'} this long between two pieces of a body, and for the program behind it:`,
              where: 'nginx.conf, in http, server or location',
              lines: 'client_body_timeout 120s;\nproxy_read_timeout 300s;\nproxy_send_timeout 300s;',
            } as const,
          ]),
      ...(isNginx
        ? []
        : [
            {
              kind: 'lines',
              text: `${isApache ? 'Apache wants' : 'If it is Apache, it wants'} a body at this rate:`,
              where: 'httpd.conf',
              lines: 'RequestReadTimeout header=20-40,MinRate=500 body=60,MinRate=100',
            } as const,
          ]),
      {
        kind: 'advice',
        text: 'In a program: Node’s server.requestTimeout (300 s unless set), gunicorn’s --timeout, Go’s http.Server.ReadTimeout.',
      },
    ],
  };
};

export const notParallel: Cause = (facts) => {
  const failed = failedIn(facts, 'together');
  if (failed === null || !hasPassed(facts, 'photo')) return null;
  const isMixed = failed.result.arrival === 'different';
  return {
    id: isMixed ? 'parallel-mixed' : 'parallel-refused',
    title: isMixed ? 'Two uploads at once are mixed up' : 'One of two uploads at once fails',
    confidence: isMixed ? 'high' : 'medium',
    evidence: ['photo passed alone.', saidIn(failed)],
    explains: ['together'],
    remedies: [
      {
        kind: 'advice',
        text: 'Give each upload a file of its own under a random name (tempnam, mkstemp, crypto.randomUUID), and nothing that both write to.',
      },
    ],
  };
};

export const notTwice: Cause = (facts) => {
  const failed = failedIn(facts, 'twice');
  if (failed === null || !hasPassed(facts, 'photo')) return null;
  return {
    id: 'repeat-refused',
    title: 'The same upload a second time fails',
    confidence: 'medium',
    evidence: ['photo passed.', saidIn(failed)],
    explains: ['twice'],
    remedies: [
      {
        kind: 'advice',
        text: 'Store what comes again under another name; the same photo goes to several people.',
      },
    ],
  };
};

export const rateLimited: Cause = ({ evidence }) => {
  const limited = evidence.replies.filter(({ reply }) => reply.status === 429);
  if (limited.length === 0) return null;
  return {
    id: 'rate-limit',
    title: 'A limit of rate stands before the server',
    confidence: 'high',
    evidence: [`${limited.length} replies had status 429, the first to ${limited[0]?.scenario ?? ''}.`],
    explains: evidence.report.results
      .filter(({ outcome, exchanges }) => outcome !== 'passed' && exchanges.at(-1)?.reply?.status === 429)
      .map(({ name }) => name),
    remedies: [
      {
        kind: 'advice',
        text: 'All users of one network share its address: count by account, not by address, and answer with a message.',
      },
    ],
  };
};
