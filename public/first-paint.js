/**
 * Runs before the first paint, so it is short: the theme the person chose; no example where a
 * session is about to be restored or a link opened; and, once the request is there to be seen, the page's own
 * script. In the syntax of 2015, for a browser that is too old and is to say so; what is
 * asked for here is the least that the page needs (README, "Start").
 */
(() => {
  var page = document.currentScript.dataset;
  var root = document.documentElement;
  var theme;
  /** As src/page/state/sharing/link-in-address.ts has it. */
  var isLink = /[#&](?:s|xml|to|description|method|assume|account|locale|example)=/;
  function hasAll() {
    return (
      'noModule' in document.createElement('script') &&
      typeof Promise === 'function' &&
      typeof Array.prototype.findLast === 'function' &&
      typeof Array.prototype.toSorted === 'function' &&
      typeof Array.prototype.toReversed === 'function' &&
      typeof Array.prototype.toSpliced === 'function' &&
      typeof Array.prototype.with === 'function' &&
      typeof URL === 'function' &&
      typeof URL.canParse === 'function' &&
      typeof structuredClone === 'function' &&
      window.CSS !== undefined &&
      CSS.supports('color', 'light-dark(red, red)') &&
      CSS.supports('color', 'oklch(0.5 0.1 20)') &&
      CSS.supports('selector(:has(a))') &&
      CSS.supports('content', '"a" / "b"')
    );
  }
  /** In the place of the example, which would never come alive. */
  function sayTooOld() {
    document.getElementById('root').setAttribute('hidden', '');
    document.getElementById('too-old').removeAttribute('hidden');
  }
  function onceParsed(work) {
    document.addEventListener('DOMContentLoaded', work);
  }
  if (!hasAll()) {
    onceParsed(sayTooOld);
    return;
  }
  try {
    theme = localStorage.getItem('media-upload-playground.theme');
    if (theme) root.setAttribute('data-theme', theme);
    if (sessionStorage.length > 0 || isLink.test(location.hash)) root.setAttribute('data-restoring', '');
  } catch (_) {
    // Without storage there is nothing to restore.
  }
  /** Syntax that it can't read is an error of the window that names the script; no event of the element. */
  function watchSyntax(event) {
    if (!(event.error instanceof SyntaxError) || !root.querySelector('#root[inert]')) return;
    event.preventDefault(); // it is said in the page
    sayTooOld();
  }
  /** Asks for files that will be needed; they wait for what imports them. */
  function preload(files, priority) {
    files.split(' ').forEach((file) => {
      if (file === '') return;
      var link = document.createElement('link');
      if (/\.css$/.test(file)) {
        link.rel = 'preload';
        link.as = 'style';
      } else link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.fetchPriority = priority;
      link.href = file;
      document.head.append(link);
    });
  }
  function start() {
    root.setAttribute('data-started', '');
    addEventListener('error', watchSyntax);
    var element = document.createElement('script');
    element.type = 'module';
    element.crossOrigin = '';
    element.src = page.script;
    element.onload = () => {
      removeEventListener('error', watchSyntax);
    };
    document.head.append(element);
    preload(page.modules, 'high');
    preload(page.next, 'low');
  }
  /** The script would take the processor from the first frame: it waits until that is on the screen. */
  function afterFirstPaint(work) {
    var isDue = true;
    function once() {
      if (isDue) work();
      isDue = false;
    }
    // A page that is not shown paints nothing, and must come alive all the same.
    if (document.hidden) return once();
    setTimeout(once, 400);
    try {
      new PerformanceObserver(once).observe({ type: 'paint', buffered: true });
    } catch (_) {
      once();
    }
  }
  onceParsed(() => {
    afterFirstPaint(start);
  });
})();
