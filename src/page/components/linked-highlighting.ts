/**
 * Point at a parameter anywhere, and all places where it stands light up. Done on the
 * elements themselves: a request may have thousands of them, and none has to be drawn anew.
 */
import { parameterClass, parameterOfClasses } from './parameter-marks.ts';

export function startLinkedHighlighting(root: Document): () => void {
  let lit: string | null = null;
  const light = (name: string | null) => {
    if (name === lit) return;
    lit = name;
    for (const element of root.querySelectorAll('[data-lit]')) element.removeAttribute('data-lit');
    if (name === null) return;
    const same = `[data-param="${CSS.escape(name)}"], .${parameterClass(name)}`;
    for (const element of root.querySelectorAll(same)) {
      element.setAttribute('data-lit', '');
    }
  };
  const onPoint = (event: Event) => light(parameterAt(event.target));
  const onLeave = () => light(null);
  root.addEventListener('pointerover', onPoint);
  root.addEventListener('focusin', onPoint);
  root.documentElement.addEventListener('pointerleave', onLeave);
  return () => {
    root.removeEventListener('pointerover', onPoint);
    root.removeEventListener('focusin', onPoint);
    root.documentElement.removeEventListener('pointerleave', onLeave);
  };
}

function parameterAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-param]')?.getAttribute('data-param') ?? parameterOfClasses(target.classList);
}
