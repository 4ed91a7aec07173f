/**
 * Runs before the first paint, so it is short: the theme the person chose; no example where a
 * session is about to be restored; and, once the request is there to be seen, the other rooms and
 * the page's own script.
 */
(() => {
  const { script } = document.currentScript.dataset;
  try {
    const theme = localStorage.getItem('media-upload-playground.theme');
    if (theme) document.documentElement.dataset.theme = theme;
    if (sessionStorage.length > 0) document.documentElement.dataset.restoring = '';
  } catch {
    // Without storage there is nothing to restore.
  }
  const unfold = () => {
    for (const template of document.querySelectorAll('#root template'))
      template.replaceWith(template.content);
  };
  const start = () => {
    const element = document.createElement('script');
    element.type = 'module';
    element.src = script;
    document.head.append(element);
  };
  // Behind the first frame; a page that is not shown gets none, and must come alive all the same.
  document.addEventListener('DOMContentLoaded', () => {
    if (document.hidden) start();
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          start();
          unfold();
        }),
      );
  });
})();
