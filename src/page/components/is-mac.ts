/** Whether keys are pressed with ⌘ here. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
