// Which main modifier this machine's keyboard has: Cmd on Apple's, Ctrl on all others.

export const isMac =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
