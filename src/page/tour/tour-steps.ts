import type { PaneId } from '../state/display-provider.tsx';

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What it is about, on the page. */
  readonly selector: string;
  /** Shown first, where there is room for one. */
  readonly pane?: PaneId;
}

/** As the data flows, and last where to read on. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The Account XML',
    text: 'These keys tell the app where and how to upload media. Edit the text, or switch to Form. Problems are listed below it, many with a fix.',
    selector: 'section[aria-label="Account XML"]',
    pane: 'account',
  },
  {
    title: 'The request',
    text: 'The very bytes that the app would send, as you type. A colour is one parameter everywhere. Click a value to see where it comes from.',
    selector: 'section[aria-label="Request"]',
    pane: 'request',
  },
  {
    title: 'The test upload',
    text: 'Choose the recipient, the text and a photo or clip, then send. The built-in demo server answers until you put in your own URL.',
    selector: 'section[aria-label="Test upload"]',
    pane: 'upload',
  },
  {
    title: 'The response',
    text: 'What the user of the app would see, and why. Below it the reply, the timing, and what arrived at the server.',
    selector: 'section[aria-label="Response"]',
    pane: 'upload',
  },
  {
    title: 'When in doubt',
    text: 'The Reference explains every rule, key and parameter: press ? or any code, such as TPL-7. Ctrl K (⌘ K) lists every command, this tour among them.',
    selector: 'header',
  },
];
