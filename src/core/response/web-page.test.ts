import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

function judge(body: string, status: number, server?: string, type = 'text/html') {
  return judgeResponse({
    status,
    headers: [['Content-Type', type], ...(server === undefined ? [] : [['Server', server] as const])],
    body: new TextEncoder().encode(body),
    assumptions: defaultAssumptions,
  });
}

function pointedOut(body: string, status: number, server?: string, type?: string): string {
  const { reasons, success } = judge(body, status, server, type);
  expect(success).toBe(false);
  expect(reasons.map(({ text }) => text).join('\n')).not.toContain('would have to be fixed');
  return reasons.flatMap(({ rule, text }) => (rule === 'RES-9' ? [text] : [])).join('\n');
}

const nginx = `<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n`;
const express = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot POST /upload</pre>\n</body>\n</html>\n`;

describe('an HTML page instead of the fields (RES-9)', () => {
  it('comes with its title and what the Server header says wrote it', () => {
    expect(pointedOut(nginx, 413, 'nginx/1.24.0')).toContain(
      'The body is an HTML page titled "413 Request Entity Too Large", written by nginx/1.24.0 (says its Server header).',
    );
  });

  it.each<[string, number, string, string]>([
    ['nginx/1.24.0', 413, '413 Request Entity Too Large', nginx],
    ['Express', 404, 'Error', express],
    [
      'Apache/2.4.57 (Debian)',
      404,
      '404 Not Found',
      '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n<hr>\n<address>Apache/2.4.57 (Debian) Server at localhost Port 80</address>\n</body></html>\n',
    ],
    [
      'Apache Tomcat/10.1.6',
      400,
      'HTTP Status 400 – Bad Request',
      '<!doctype html><html lang="en"><head><title>HTTP Status 400 – Bad Request</title><style type="text/css">body {font-family:Tahoma,Arial,sans-serif;}</style></head><body><h1>HTTP Status 400 – Bad Request</h1><hr class="line" /><p><b>Type</b> Status Report</p><hr class="line" /><h3>Apache Tomcat/10.1.6</h3></body></html>',
    ],
    [
      'IIS',
      404,
      '404 - File or directory not found.',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"/>\n<title>404 - File or directory not found.</title>\n<style type="text/css">\n<!--\nbody{margin:0}\n-->\n</style>\n</head>\n<body>\n<div id="header"><h1>Server Error</h1></div>\n<div id="content"><h2>404 - File or directory not found.</h2></div>\n</body>\n</html>\n',
    ],
    [
      'Cloudflare',
      403,
      'Attention Required! | Cloudflare',
      '<!DOCTYPE html>\n<!--[if lt IE 7]> <html class="no-js ie6 oldie" lang="en-US"> <![endif]-->\n<head>\n<title>Attention Required! | Cloudflare</title>\n<body><div id="cf-error-details">Sorry, you have been blocked</div></body></html>',
    ],
    [
      'Django',
      403,
      '403 Forbidden',
      '\n<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta http-equiv="content-type" content="text/html; charset=utf-8">\n  <title>403 Forbidden</title>\n</head>\n<body>\n<p>CSRF verification failed. Request aborted.</p>\n</body></html>',
    ],
    [
      'Django',
      500,
      'KeyError at /upload',
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>KeyError\n          at /upload</title>\n<script>if (a < b) { document.title = "x" }</script></head>\n<body><h1>KeyError</h1><p>You’re seeing this error because you have <code>DEBUG = True</code> in your settings</p></body></html>',
    ],
    [
      'Werkzeug',
      500,
      'KeyError: &#39;file&#39; // Werkzeug Debugger',
      '<!doctype html>\n<html lang=en>\n  <head>\n    <title>KeyError: &#39;file&#39;\n // Werkzeug Debugger</title>\n</head><body></body></html>',
    ],
    [
      'Werkzeug',
      405,
      '405 Method Not Allowed',
      '<!doctype html>\n<html lang=en>\n<title>405 Method Not Allowed</title>\n<h1>Method Not Allowed</h1>\n<p>The method is not allowed for the requested URL.</p>\n',
    ],
    [
      'Rails',
      404,
      "The page you were looking for doesn't exist (404)",
      '<!DOCTYPE html>\n<html>\n<head>\n  <title>The page you were looking for doesn&#39;t exist (404)</title>\n</head>\n<body class="rails-default-error-page"><p>If you are the application owner check the logs for more information.</p></body></html>',
    ],
    [
      'Laravel',
      419,
      'Page Expired',
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Page Expired</title>\n</head><body>419</body></html>',
    ],
    [
      'Spring Boot',
      500,
      '',
      '<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error</p></body></html>',
    ],
    [
      'PHP',
      200,
      '',
      '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function foo() in /srv/upload.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/srv/upload.php</b> on line <b>3</b><br />\n',
    ],
    [
      'HAProxy',
      503,
      '',
      '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
    ],
    [
      'Tornado',
      405,
      '405: Method Not Allowed',
      '<html><title>405: Method Not Allowed</title><body>405: Method Not Allowed</body></html>',
    ],
  ])('one of %s with %i', (writer, status, title, body) => {
    const text = pointedOut(body, status);
    expect(text).toContain('The body is an HTML page');
    expect(text).toContain(`by its look written by ${writer}`);
    const decoded = title.replaceAll('&#39;', "'");
    expect(text).toContain(title === '' ? 'without a title' : `titled "${decoded}"`);
  });

  it.each([
    ['<html><head><title>502 Bad Gateway</title></head></html>', 502, 'could not reach it'],
    ['<h1>Not Found</h1>', 404, 'Nothing answers uploads at this URL'],
    ['<!doctype html><title>Log in</title><form></form>', 200, 'login form'],
    [express, 404, 'It reads: "Cannot POST /upload".'],
  ])('%s says what to do next', (body, status, said) => {
    expect(pointedOut(body, status)).toContain(said);
  });

  it('is recognized under any type', () => {
    for (const type of ['text/plain', 'application/json', 'text/xml', 'text/html; charset=utf-8'])
      expect(pointedOut(express, 404, undefined, type)).toContain('an HTML page titled "Error"');
  });

  it('XML with a name of HTML in it is no page', () => {
    for (const body of ['<response><title>x</title></response>', '<rss><body/></rss>', '{"html":"<html>"}'])
      expect(pointedOut(body, 200)).toBe('');
  });

  it('a page that has the field is not pointed out', () => {
    const body = '<html><body><media_url>https://m.example/1</media_url></body></html>';
    expect(judge(body, 200).reasons.filter(({ rule }) => rule === 'RES-9')).toEqual([]);
  });
});

describe('plain text that a server writes by itself (RES-9)', () => {
  it.each([
    ['404 page not found\n', 404, "Go's net/http"],
    ['405: Method Not Allowed', 405, 'aiohttp'],
  ])('%j', (body, status, writer) => {
    expect(pointedOut(body, status, undefined, 'text/plain')).toContain(writer);
  });

  it('any other is quoted only', () => {
    expect(pointedOut('Upload failed', 500, undefined, 'text/plain')).toBe('');
  });
});
