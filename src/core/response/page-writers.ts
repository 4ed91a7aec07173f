/** Error pages that servers and frameworks write themselves, by what is typical of each (RES-9). */

export interface PageWriter {
  readonly name: string;
  /** What to do about this very page, where more is known than its status says. */
  readonly next?: string;
}

type Signature = readonly [pattern: RegExp, name: string, next?: string];

/** The first that fits counts. A name may take `$1` from its pattern. */
const signatures: readonly Signature[] = [
  [
    /CSRF verification failed/,
    'Django',
    'Its CSRF check refused the upload: exempt this view (csrf_exempt), the app sends no token.',
  ],
  [
    /ActionController::InvalidAuthenticityToken/,
    'Rails',
    'Its CSRF check refused the upload: skip it for this action (skip_forgery_protection), the app sends no token.',
  ],
  [
    /<title>\s{0,9}Page Expired/,
    'Laravel',
    'Its CSRF check refused the upload: exempt this route, the app sends no token.',
  ],
  [/You(?:'|’|&#x27;|&#39;)re seeing this error because you have <code>DEBUG/, 'Django'],
  [/[Ww]erkzeug [Dd]ebugger|The debugger caught an exception in your WSGI/, 'Werkzeug'],
  [/<html lang=en>\s{0,9}<title>\d{3} /, 'Werkzeug'],
  [/Action Controller: Exception caught|If you are the application owner check the logs/, 'Rails'],
  [/<b>(?:Fatal error|Parse error|Warning|Notice|Deprecated)<\/b>:/, 'PHP'],
  [/Whitelabel Error Page/, 'Spring Boot'],
  [/<h3>(Apache Tomcat[^<]{0,40})<\/h3>/, '$1'],
  [/Powered by Jetty/, 'Jetty'],
  [/(?:Attention Required! \| Cloudflare|Cloudflare Ray ID|cf-error-details)/, 'Cloudflare'],
  [/ModSecurity|Mod_Security/, 'ModSecurity'],
  [/<center>((?:nginx|openresty)[^<]{0,40})<\/center>/, '$1'],
  [/<address>(Apache[^<]{0,80}?) Server at/, '$1'],
  [/Internet Information Services|IIS Detailed Error|<h2>(?:HTTP Error \d|\d{3} - )/, 'IIS'],
  [/Server Error in (?:'|&#39;)[^<]{0,80}Application/, 'ASP.NET'],
  [/<pre>Cannot (?:POST|PUT|GET) /, 'Express'],
  [/No server is available to handle this request/, 'HAProxy'],
  [/<html><title>\d{3}: [^<]{0,80}<\/title><body>\d{3}: /, 'Tornado'],
  [/^404 page not found\s{0,9}$/, "Go's net/http", 'No route of the program fits this URL.'],
  [/^(?:\d{3}: [A-Z][A-Za-z ]{2,40})\s{0,9}$/, 'aiohttp'],
];

/** `page` is the beginning of a body. Null where it is typical of none. */
export function pageWriter(page: string): PageWriter | null {
  for (const [pattern, name, next] of signatures) {
    const match = pattern.exec(page);
    if (match) return { name: name.replace('$1', match[1] ?? ''), ...(next !== undefined && { next }) };
  }
  return null;
}
