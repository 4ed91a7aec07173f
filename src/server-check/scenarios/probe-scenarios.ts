/** The probes as scenarios: small requests, most of them nothing that the app sends, that tell servers apart. */
import type { UploadScenario } from '../definition.ts';
import { probes, scenarioOfProbe } from '../probes/probes.ts';
import { hasFilePart, madeInputs, noFilePart } from './changes.ts';

/** A few packets: there are many of them. */
const photo = { kind: 'jpeg', size: 4096 } as const;

export const probeScenarios: readonly UploadScenario[] = probes.map(({ name, title, request, edit }) => ({
  kind: 'upload',
  name: scenarioOfProbe(name),
  group: 'fingerprint',
  title,
  why: 'The app never sends just this. What a server makes of it tells what reads the uploads.',
  request: `Every name in quotes, a JPEG of 4 KB. ${request}`,
  expected: 'Either answer is right.',
  failure: 'It can’t fail.',
  rule: 'MP-6',
  prepare: (session) => {
    if (!hasFilePart(session)) return { inputs: null, why: noFilePart };
    const assumptions = { ...session.inputs.assumptions, 'part-names': 'quoted' } as const;
    return { inputs: madeInputs({ ...session.inputs, assumptions }, photo, 'p.jpg'), media: photo };
  },
  // They were measured with POST.
  edit: (plan) => edit({ ...plan, method: 'POST' }),
  expects: { kind: 'either' },
}));
