// The size of an element, followed while the window and the panes around it change.
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './pane-layout.ts';

/** Zeros until the element stands in the page. Measured before the first paint. */
export function useElementSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => take(element));
    function take({ clientWidth: width, clientHeight: height }: HTMLElement): void {
      setSize((known) =>
        known.width === width && known.height === height ? known : { width, height },
      );
    }
    take(element);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
