import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownText, readXml } from '../../core/xml/read-xml.ts';
import type { XmlElement } from '../../core/xml/xml-document.ts';
import { anyReport } from '../../test/generated-reports.ts';
import { reportForTest, resultForTest } from '../../test/report-for-test.ts';
import { compareReports } from '../compare-reports.ts';
import { htmlReport } from './html-report.ts';

/** It is written so that it is XML too, but for its first line: a strict reader sees every tag. */
function elementsOf(page: string): readonly XmlElement[] {
  const { root, faults } = readXml(body(page));
  expect(faults).toEqual([]);
  const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
  return root ? all(root) : [];
}

const body = (page: string) => page.replace(/^<!doctype html>\n/, '');
const textsOf = (page: string, name: string) =>
  elementsOf(page)
    .filter((element) => element.name === name)
    .map((element) => ownText(body(page), element).text);

test('says first what it comes to, then totals, causes with exact lines, and every scenario', () => {
  const page = htmlReport(reportForTest());
  expect(textsOf(page, 'title')).toEqual(['1 of 5 scenarios failed: media.riverside.example']);
  expect(textsOf(page, 'h1')).toEqual(['1 of 5 scenarios failed']);
  expect(textsOf(page, 'h2')).toEqual(['Totals', 'Diagnosis', 'Scenarios']);
  expect(textsOf(page, 'code')).toContain('client_max_body_size 64m;\nclient_body_timeout 60s;');
  expect(textsOf(page, 'summary')).toHaveLength(5);
  expect(textsOf(page, 'pre').filter((text) => text.startsWith('POST https://'))).toHaveLength(5);
});

test('a row that has something to tell tells it without being opened', () => {
  const whys = elementsOf(htmlReport(reportForTest())).filter(({ attributes }) =>
    attributes.some(({ name, value }) => name === 'class' && value === 'why'),
  );
  expect(whys).toHaveLength(3);
});

test('a scenario of the matrix says what is expected, and what its failure means', () => {
  const results = ['photo', 'clip', 'unheard-of'].map((name) =>
    resultForTest(name, name === 'clip' ? 'failed' : 'passed'),
  );
  const meanings = elementsOf(htmlReport(reportForTest({ results }))).filter(({ attributes }) =>
    attributes.some(({ value }) => value === 'meaning'),
  );
  const page = body(htmlReport(reportForTest({ results })));
  expect(meanings.map((element) => ownText(page, element).text)).toEqual([
    expect.stringMatching(/^Expected: [^:]+$/),
    expect.stringMatching(/^Expected: .* A failure means: ./),
  ]);
});

test('a comparison leads to the scenarios that changed', () => {
  const report = reportForTest();
  const earlier = reportForTest({ results: report.results.map((one) => ({ ...one, outcome: 'passed' })) });
  const page = htmlReport(report, { comparison: compareReports(earlier, report) });
  expect(page).toContain('<h3>Worse</h3>');
  expect(page).toContain('<a href="#scenario-size-2100k">2.1 MB</a>');
});

test('its policy allows its own style sheet and nothing else', () => {
  const page = htmlReport(reportForTest());
  const [style = ''] = textsOf(page, 'style');
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
});

test('nothing in a report can bring in an element, an attribute or an address', () => {
  const known = new Set(elementsOf(htmlReport(reportForTest())).map(({ name }) => name));
  fc.assert(
    fc.property(anyReport, anyReport, (report, earlier) => {
      const page = htmlReport(report, { comparison: compareReports(earlier, report) });
      expect(page).not.toMatch(/(?![\n\t])\p{Cc}|[\u2028\u202e\ufeff]|\p{Cs}/u);
      for (const { name, attributes } of elementsOf(page)) {
        expect(known).toContain(name);
        for (const { name: attribute, value } of attributes) {
          expect(attribute).not.toMatch(/^(?:style|on.*|src)$/);
          if (attribute === 'href') expect(value).toMatch(/^#scenario-/);
        }
      }
    }),
  );
});
