/** Tells every tab of this browser, this one too, that the history is another now. */
const name = 'media-upload-playground.history';

/** Each is a channel of its own: one hears what the others say, and not itself. */
let speaker: BroadcastChannel | null = null;

export function announceHistoryChange(): void {
  speaker ??= new BroadcastChannel(name);
  speaker.postMessage(null);
}

export function onHistoryChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = listener;
  return () => channel.close();
}
