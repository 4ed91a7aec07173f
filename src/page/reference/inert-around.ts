/** Makes all that is not in `element` inert, as it covers the page; returns what takes that back. */
export function inertAround(element: Element): () => void {
  const covered: Element[] = [];
  for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
    for (const other of inner.parentElement.children)
      if (other !== inner && !other.hasAttribute('inert')) covered.push(other);
  }
  for (const other of covered) other.setAttribute('inert', '');
  return () => {
    for (const other of covered) other.removeAttribute('inert');
  };
}
