// Whether a media query holds, for layouts that differ by more than their styles.
import { useCallback, useSyncExternalStore } from 'react';

/** One column with a switch at the bottom; the same width stands in the style sheets. */
export const phoneQuery = '(max-width: 759px)';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
