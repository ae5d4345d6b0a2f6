// What a chart says about the mark under the pointer; the text stands above the drawing as HTML.
// Keeps away from the drawing: showing a tip draws no chart again.
import { createContext, type PointerEvent, type ReactNode, use, useState } from 'react';
import { usePlotArea } from 'recharts';
import { usePlace } from '../axes/use-place.ts';
import styles from './Hover.module.css';

/** A tip at these pixels of the drawing. `isPoint`: a ring shows which mark is meant. */
export interface Tip {
  x: number;
  y: number;
  text: string;
  isPoint?: boolean | undefined;
}

const TipContext = createContext<(tip: Tip | null) => void>(() => {});

/** Around a drawing; its marks show tips through useTip or HoverPoints. */
export function HoverArea({ width, children }: { width: number; children: ReactNode }) {
  const [tip, setTip] = useState<Tip | null>(null);
  return (
    <TipContext value={setTip}>
      <div className={styles.area} onPointerLeave={() => setTip(null)}>
        {children}
        {tip && (
          <>
            {tip.isPoint && <span className={styles.ring} style={{ left: tip.x, top: tip.y }} />}
            <div
              className={styles.tip}
              data-below={tip.y < 40 || undefined}
              // At the other side of the drawing: what it is about, and its neighbours, stay seen.
              style={tip.x > width / 2 ? { left: 0, top: tip.y } : { right: 0, top: tip.y }}
            >
              {tip.text}
            </div>
          </>
        )}
      </div>
    </TipContext>
  );
}

/** Shows a tip, or none. */
export function useTip(): (tip: Tip | null) => void {
  return use(TipContext);
}

/** Pixels from a point within which it is meant. */
const reach = 26;

export interface HoverPointsProps<T extends { x: number; y: number }> {
  /** Places in the chart's data. */
  points: readonly T[];
  textOf: (point: T) => string;
}

/** Inside a Recharts chart, after its marks: the nearest point shows its text. */
export function HoverPoints<T extends { x: number; y: number }>({
  points,
  textOf,
}: HoverPointsProps<T>) {
  const showTip = useTip();
  const place = usePlace();
  const plot = usePlotArea();
  if (!place || !plot) return null;
  const show = ({ clientX, clientY, currentTarget }: PointerEvent<SVGRectElement>) => {
    const svg = currentTarget.ownerSVGElement;
    const box = svg?.getBoundingClientRect();
    // A drawing may consist of several charts: tips are placed in the whole of it.
    const area = svg?.closest(`.${styles.area}`)?.getBoundingClientRect();
    if (!box || !area) return;
    let nearest: { point: T; x: number; y: number } | null = null;
    let least = reach;
    for (const point of points) {
      const { x, y } = place(point.x, point.y);
      const distance = Math.hypot(x - (clientX - box.left), y - (clientY - box.top));
      if (distance >= least) continue;
      least = distance;
      nearest = { point, x, y };
    }
    showTip(nearest && { x: nearest.x, y: nearest.y, text: textOf(nearest.point), isPoint: true });
  };
  return (
    <rect
      x={plot.x}
      y={plot.y}
      width={plot.width}
      height={plot.height}
      fill="none"
      pointerEvents="all"
      onPointerMove={show}
      onPointerDown={show}
    />
  );
}
