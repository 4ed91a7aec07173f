/** The form of the request: what nobody can know yet, and what a provider may change. */
import { methodKey } from '../../core/account/service-keys.ts';
import { setKeys } from '../../core/account/set-keys.ts';
import type { UploadScenario } from '../definition.ts';
import { madeInputs, plainPhoto, withAssumption } from './changes.ts';

export const formScenarios: readonly UploadScenario[] = [
  {
    kind: 'upload',
    name: 'other-part-names',
    group: 'form',
    title: 'Part names in the other form',
    why: 'Whether the app quotes names of parts that need no quotes is an assumption: a server should read both.',
    request: 'Names in quotes where they go out bare, bare where they go out in quotes.',
    expected: 'Success in both forms.',
    failure: 'The server reads one form alone. Should the app send the other one, nothing would arrive.',
    rule: 'MP-6',
    prepare: (session) => {
      const isQuoted = session.inputs.assumptions['part-names'] === 'quoted';
      return withAssumption(session, { 'part-names': isQuoted ? 'as-needed' : 'quoted' });
    },
    expects: { kind: 'success' },
  },
  {
    kind: 'upload',
    name: 'other-method',
    group: 'form',
    title: 'The other method',
    why: 'Whether you could change genericMediaUploadMethod. PHP and Django read no form of a PUT.',
    request: 'PUT where POST is set up, POST where PUT is.',
    expected: 'Success. All other scenarios send the method as it is set up.',
    failure: 'Stay with the method that is set up.',
    rule: 'ACC-8',
    onlyAsked: true,
    prepare: ({ inputs, built }) => {
      const { account, locale } = inputs;
      const method = built.request?.method === 'PUT' ? 'POST' : 'PUT';
      const outcome = setKeys(inputs.xml, { account, locale }, [[methodKey, method]]);
      if (outcome.kind === 'refused') return { inputs: null, why: outcome.reason };
      return { inputs: madeInputs({ ...inputs, xml: outcome.text }, plainPhoto), media: plainPhoto };
    },
    expects: { kind: 'success' },
  },
];
