import { describe, expect, test } from 'vitest';
import { demoScenarios } from '../../demo/scenarios.ts';
import type { OwnServer } from '../state/own-server.ts';
import { behaviourOf } from './behaviour.ts';
import { demoChoices, stateOf } from './demo-choices.ts';
import {
  choiceGroups,
  choose,
  currentChoice,
  filterGroups,
  type Leading,
  nextChoice,
} from './server-choices.ts';

const origin = 'http://127.0.0.1:4173';
const at = (url: string) => `<account><genericMediaUploadUrl>${url}</genericMediaUploadUrl></account>`;
const leading = (text: string, aside: OwnServer | null = null): Leading => ({
  text,
  place: { account: 1, locale: undefined },
  aside,
  origin,
});

/** After these choices, one after another. */
function ledBy(text: string, ...ids: string[]): Leading {
  return ids.reduce((before, id) => {
    const pointing = choose(id, before);
    if (pointing.kind === 'refused') throw new Error(pointing.reason);
    return leading(pointing.text, pointing.own ?? before.aside);
  }, leading(text));
}

const firstTitles = (state: Leading) =>
  choiceGroups(state)[0]?.items.map(({ title, detail }) => `${title}: ${detail}`);

describe('how the server behaves', () => {
  test('each scenario is recognised by the URL that leads to it', () => {
    for (const { name, keys } of demoChoices(origin).flatMap(({ choices }) => choices))
      expect(behaviourOf(keys[0]?.[1], origin)).toEqual({ kind: 'scenario', name });
  });

  test.each([
    [null, 'elsewhere'],
    ['', 'elsewhere'],
    ['nonsense', 'elsewhere'],
    ['https://m.example/demo/upload?scenario=never', 'elsewhere'],
    [`${origin}/other?scenario=never`, 'elsewhere'],
    [`${origin}/demo/upload`, 'normal'],
    [`${origin}/demo/upload?reply=json&from=%account[username]%`, 'normal'],
    [`${origin}/demo/upload?reply=xml&status=402`, 'status'],
    [`${origin}/demo/upload?scenario=`, 'scenario'],
  ])('of %j is %s', (url, kind) => expect(behaviourOf(url, origin).kind).toBe(kind));

  test('is said in a few words that go after “Demo server:”', () => {
    expect(['Never answers', '402 with a message', '413: too large', 'HTML error page'].map(stateOf)).toEqual(
      ['never answers', 'answers 402 with a message', 'answers 413, too large', 'HTML error page'],
    );
  });
});

describe('the choices', () => {
  test('of a document that leads to the demo server begin with that, and it gives the own URL back', () => {
    const mine = at(`${origin}/demo/upload?reply=json`);
    expect(firstTitles(leading(mine))).toEqual([
      'Works normally: Takes the upload and answers with a media_url.',
    ]);
    expect(currentChoice(leading(mine))).toBe('normal');
    const led = ledBy(mine, 'never', '402');
    expect(currentChoice(led)).toBe('402');
    expect(firstTitles(led)?.length).toBe(1);
    expect(ledBy(mine, 'never', '402', 'normal').text).toBe(mine);
  });

  test('of a document that leads elsewhere give that back next, without its query and login', () => {
    const mine = at('https://u:p@m.example/up?key=secret');
    expect(currentChoice(leading(mine))).toBe('own');
    for (const ids of [[], ['never'], ['digest', 'normal']])
      expect(firstTitles(ledBy(mine, ...ids))?.[1]).toBe('Your own URL: https://m.example/up');
    expect(ledBy(mine, 'digest', 'normal', 'never', 'own').text).toBe(mine);
    expect(currentChoice(ledBy(mine, 'digest', 'normal'))).toBe('normal');
  });

  test('give back that there was no URL, and a status that the person asked for', () => {
    expect(ledBy('<account/>', 'never', 'own').text).toBe('<account/>');
    const status = at(`${origin}/demo/upload?status=402`);
    expect(currentChoice(leading(status))).toBe('own');
    expect(ledBy(status, 'never', 'own', 'never', 'own').text).toBe(status);
    expect(currentChoice(ledBy(status, 'never', 'own'))).toBe('own');
  });

  test('of each account are its own', () => {
    const second = { account: 2, locale: undefined };
    const mine = `<accounts>${at('https://one.example/')}${at('https://two.example/')}</accounts>`;
    const pointing = choose('never', { ...leading(mine), place: second });
    expect(pointing).toMatchObject({
      text: mine.replace('https://two.example/', `${origin}/demo/upload?scenario=never`),
    });
  });

  test('go round and round with one key, without the own server', () => {
    const names = ['normal', ...demoScenarios.map(({ name }) => name)];
    expect(names.map(nextChoice)).toEqual([...names.slice(1), 'normal']);
    expect(['own', ''].map(nextChoice)).toEqual([names[1], names[1]]);
  });

  test('are filtered by all words, in titles, sentences and groups', () => {
    const groups = choiceGroups(leading(at('https://m.example/')));
    const found = (filter: string) =>
      filterGroups(groups, filter).flatMap(({ items }) => items.map(({ id }) => id));
    expect(found('401')).toEqual(['digest', 'basic']);
    expect(found(' DIGEST  http ')).toEqual(['digest']);
    expect(found('slow or')).toEqual(['slow', 'slow-reply', 'never']);
    expect(found('zebra')).toEqual([]);
    expect(found('').length).toBe(demoScenarios.length + 2);
  });
});
