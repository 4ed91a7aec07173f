/** WebDriver BiDi over a WebSocket: commands with an answer each, and events. */

/** A command of the browser that hangs must not hang the run. */
const patienceMilliseconds = 60_000;

/** @param {string} url */
export async function connectBidi(url) {
  const socket = new WebSocket(url);
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Map<string, (parameters: any) => void>} */
  const listeners = new Map();
  let number = 0;
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No WebDriver BiDi at ${url}`));
  });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.type === 'event') return listeners.get(message.method)?.(message.params);
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') command?.resolve(message.result);
    else command?.reject(new Error(`${message.error}: ${message.message}`));
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection.'));
    waiting.clear();
  };
  return {
    /** @returns {Promise<any>} */
    send(/** @type {string} */ method, /** @type {object} */ params = {}) {
      number += 1;
      const id = number;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${method} got no answer`)), patienceMilliseconds);
        const settled = (/** @type {(value: any) => void} */ settle) => (/** @type {any} */ value) => {
          clearTimeout(timer);
          settle(value);
        };
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    on(/** @type {string} */ event, /** @type {(parameters: any) => void} */ listener) {
      listeners.set(event, listener);
    },
    close: () => socket.close(),
  };
}
