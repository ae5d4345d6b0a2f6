// Pan and zoom of a picture in its frame: by drag, wheel, pinch and keys, and fitted until somebody moves it.
// Knows nothing of what is drawn but its size.
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { fitView, keyStep, panInto, type Size, type View, zoomAt } from './viewport.ts';

export interface Viewport {
  view: View;
  zoomBy: (factor: number) => void;
  fit: () => void;
  /** Moves as little as shows this part of the picture. */
  show: (part: { x: number; y: number; width: number; height: number }) => void;
  isDragging: boolean;
  /** Whether the press that a click ends has moved the picture: then the click means nothing. */
  hasDragged: () => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  pointerHandlers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onPointerCancel: (event: PointerEvent) => void;
  };
}

/** Movement in pixels from which a press is a drag and no click. */
const dragThreshold = 4;

export function useViewport(
  frame: RefObject<HTMLElement | null>,
  room: Size,
  picture: Size,
  /** Pixels at the top of the frame that something else lies on. */
  covered = 0,
): Viewport {
  /** Null as long as the picture is fitted into the frame. */
  const [own, setOwn] = useState<View | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const dragged = useRef(false);
  const pressed = useRef<{ x: number; y: number } | null>(null);
  const view = own ?? fitView(room, picture, covered);
  const change = (next: (view: View) => View) =>
    setOwn((before) => next(before ?? fitView(room, picture, covered)));

  // React listens to wheels passively, and the page must not scroll or zoom along.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const step = event.deltaMode === 0 ? 1 : 24;
      setOwn((before) => {
        const current = before ?? fitView(room, picture, covered);
        if (event.ctrlKey || event.metaKey) {
          const place = { x: event.clientX - box.left, y: event.clientY - box.top };
          return zoomAt(current, 2 ** ((-event.deltaY * step) / 240), place);
        }
        const [right, down] = event.shiftKey
          ? [event.deltaY, event.deltaX]
          : [event.deltaX, event.deltaY];
        return { ...current, x: current.x - right * step, y: current.y - down * step };
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, room, picture, covered]);

  function onPointerMove(event: PointerEvent): void {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const start = pressed.current;
    if (!isDragging && start && Math.hypot(now.x - start.x, now.y - start.y) < dragThreshold)
      return;
    if (!isDragging) {
      setIsDragging(true);
      dragged.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    pointers.current.set(event.pointerId, now);
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId);
    if (!other) {
      change((each) => ({ ...each, x: each.x + now.x - before.x, y: each.y + now.y - before.y }));
      return;
    }
    const [, anchor] = other;
    const box = event.currentTarget.getBoundingClientRect();
    const apart = (point: { x: number; y: number }) =>
      Math.max(1, Math.hypot(point.x - anchor.x, point.y - anchor.y));
    const place = { x: (now.x + anchor.x) / 2 - box.left, y: (now.y + anchor.y) / 2 - box.top };
    change((each) => zoomAt(each, apart(now) / apart(before), place));
  }

  function end(event: PointerEvent): void {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size === 0) {
      pressed.current = null;
      setIsDragging(false);
    }
  }

  const middle = { x: room.width / 2, y: room.height / 2 };
  return {
    view,
    zoomBy: (factor) => change((each) => zoomAt(each, factor, middle)),
    fit: () => setOwn(null),
    show: (part) => change((each) => panInto(each, part, room, covered)),
    isDragging,
    hasDragged: () => dragged.current,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = keyStep(event.key);
      if (!step) return;
      event.preventDefault();
      if (step.kind === 'fit') setOwn(null);
      else if (step.kind === 'zoom') change((each) => zoomAt(each, step.factor, middle));
      else change((each) => ({ ...each, x: each.x + step.x, y: each.y + step.y }));
    },
    pointerHandlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        dragged.current = false;
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        pressed.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove,
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
