/** Guard, proxy and demo server as a hosted playground needs them. */

import type { DemoMediaServer } from '../demo/demo-media-server.ts';
import { refuse } from '../guard/refusal.ts';
import type { Site } from '../guard/site.ts';
import { signedTokens } from '../guard/tokens.ts';
import type { Handle, PlaygroundParts } from '../playground-handler.ts';
import { createHostedPolicy } from '../policy/address-policy.ts';
import { handleSend } from '../proxy/proxy.ts';
import { createAdmission } from './admission.ts';
import type { HostedConfig } from './config.ts';
import { describeFault } from './fault.ts';
import { createHostPolicy } from './host-rules.ts';
import type { Counts } from './limits/counts.ts';
import { createDnsLookup } from './lookup.ts';
import type { Metrics } from './metrics.ts';
import { createOwnTargets } from './own-targets.ts';
import { createUploadTracker, summarizeEvents, type UploadTracker } from './upload-tracker.ts';

export interface HostedDependencies {
  readonly config: HostedConfig;
  readonly site: Site;
  readonly metrics: Metrics;
  readonly demo: DemoMediaServer;
  /** Of this machine, where `demo` answers. */
  readonly demoPort: () => number;
  readonly log: (line: string) => void;
  readonly counts: Counts;
  /** All addresses of a name; by the DNS where it is not given. */
  readonly lookup?: (hostname: string) => Promise<readonly string[]>;
}

/** Milliseconds beside the upload itself: for its envelope, and for a rest that is read and dropped. */
const beside = 60_000;
/** Milliseconds at most for an envelope to come. */
const envelopeTime = 20_000;
/** Milliseconds; a proxy in front reads an answer within a few. */
const linger = 1000;

export function createHostedParts(dependencies: HostedDependencies): {
  readonly parts: PlaygroundParts;
  readonly tracker: UploadTracker;
} {
  const { config, metrics, demo, log } = dependencies;
  const { targets, limits, token } = config;
  const own = createOwnTargets(config.origins, dependencies.demoPort);
  const hostPolicy = createHostPolicy(targets);
  const way = {
    policy: createHostedPolicy(targets.allowNetworks, targets.denyNetworks),
    hostPolicy: (target: Parameters<typeof hostPolicy>[0]) => own.reason(target) ?? hostPolicy(target),
    ownPort: own.port,
    answersLate: config.trustedProxies > 0,
    timeout: Math.min(envelopeTime, limits.silenceSeconds * 1000),
    longest: {
      connect: limits.connectSeconds,
      silence: limits.silenceSeconds,
      total: limits.totalSeconds,
    },
    lookup: dependencies.lookup ?? createDnsLookup(),
  };
  const turnAway: PlaygroundParts['refuse'] = (response, refusal) => {
    metrics.refused(refusal.code);
    refuse(response, refusal, linger);
  };
  const tracker = createUploadTracker({
    admission: createAdmission(limits, dependencies.counts),
    metrics,
    trustedProxies: config.trustedProxies,
    deadline: limits.totalSeconds * 1000 + beside,
    refuse: turnAway,
    log,
  });
  // It would show to one visitor what another one sent.
  const withhold: Handle = (_, response) => {
    const text = 'A hosted playground does not show what the demo server received.';
    turnAway(response, { status: 403, code: 'not-here', text });
  };
  const parts: PlaygroundParts = {
    guard: {
      site: dependencies.site,
      tokens: signedTokens(token.secrets, token.seconds * 1000),
    },
    send: (request, response) =>
      tracker.serve(request, response, async () => {
        const { observe, summary } = summarizeEvents();
        await handleSend(request, response, { ...way, observe });
        return summary();
      }),
    demoUpload: (request, response) =>
      tracker.serve(request, response, async () => {
        await demo.handleUpload(request, response);
        return { outcome: 'demo', bytes: Number(request.headers['content-length']) };
      }),
    demoMedia: demo.kept.handleMedia,
    demoReport: withhold,
    demoUploads: withhold,
    demoReadings: withhold,
    demoBody: withhold,
    refuse: turnAway,
    onFault: (error, place) => log(describeFault(error, place)),
  };
  return { parts, tracker };
}
