/** What stands between the app and the program that reads the uploads, by its own words. */
import { header } from '../evidence.ts';
import type { Cause } from '../facts.ts';

const fronts = [
  ['nginx', 'nginx', /\bnginx\b|\bopenresty\b/i],
  ['apache', 'Apache', /\bApache(?!-Coyote| Tomcat)\b/],
  ['cloudflare', 'Cloudflare (100 MB on its free plan)', /\bcloudflare\b/i],
  ['iis', 'IIS', /\bMicrosoft-IIS\b/i],
  ['caddy', 'Caddy', /\bCaddy\b/i],
  ['envoy', 'Envoy', /\benvoy\b/i],
  ['aws', 'a load balancer of AWS', /\bawselb\b/i],
  ['varnish', 'Varnish', /\bvarnish\b/i],
] as const;

export const front: Cause = ({ evidence }) => {
  for (const { scenario, reply } of evidence.replies) {
    for (const name of ['Server', 'Via']) {
      const value = header(reply, name);
      const found = fronts.find(([, , pattern]) => pattern.test(value));
      if (found === undefined) continue;
      const [id, title] = found;
      return {
        id: `front-${id}`,
        title: `${title} stands before the program, or says so`,
        confidence: 'medium',
        evidence: [`The header ${name} says “${value.slice(0, 80)}” (${scenario}).`],
        explains: [],
        remedies: [],
      };
    }
  }
  return null;
};
