// The size of an element, followed as it changes. The same object as long as the size is the same.
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './viewport.ts';

/** Nothing before the first layout, and while the element is hidden the last size that it had. */
export function useFrameSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const read = () => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width === 0 || height === 0) return;
      setSize((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
