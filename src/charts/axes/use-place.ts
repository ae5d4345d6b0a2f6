// From a chart's data to pixels, through the axes of the Recharts chart around the component.
import { useXAxisScale, useYAxisScale } from 'recharts';

export type Place = (x: number, y: number) => { x: number; y: number };

/** Null until the chart has its size. */
export function usePlace(): Place | null {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  if (!scaleX || !scaleY) return null;
  return (x, y) => ({ x: rounded(scaleX(x)), y: rounded(scaleY(y)) });
}

/** Hundredths of a pixel: finer ones only make a saved picture longer. */
function rounded(pixels: number | undefined): number {
  return Math.round((pixels ?? Number.NaN) * 100) / 100;
}
