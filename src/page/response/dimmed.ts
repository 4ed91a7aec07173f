/** Of what belongs to an earlier request: without its colours, and still to be read (WCAG 1.4.3). */
export const dimmed = 'text-muted grayscale [--color-text:var(--color-muted)]';
