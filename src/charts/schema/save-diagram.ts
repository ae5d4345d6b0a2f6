// Saves a diagram whole and at its own size, wherever it has been moved on the page.
// Keeps away from files: the charts' export makes those.
import { type PictureFormat, savePicture } from '../export/export-picture.ts';
import type { Size } from './viewport.ts';

/** Room around the boxes for lines that go around them. */
const margin = 28;

/** Offers the drawing as a download. Rejects when the browser makes no picture of it. */
export async function saveDiagram(
  drawing: SVGSVGElement,
  size: Size,
  { title, caption }: { title: string; caption: string },
  format: PictureFormat,
): Promise<void> {
  const parent = drawing.parentElement;
  if (!parent) return;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(size.width + 2 * margin));
  copy.setAttribute('height', String(size.height + 2 * margin));
  copy.style.cssText = 'width:auto;height:auto';
  copy.firstElementChild?.setAttribute('transform', `translate(${margin} ${margin})`);
  for (const each of copy.querySelectorAll('[data-state]'))
    each.setAttribute('data-state', 'plain');
  // In the same place, so that it takes the same theme; out of sight.
  const stage = document.createElement('div');
  stage.style.cssText = 'position:fixed;left:-100000px;top:0';
  stage.append(copy);
  parent.append(stage);
  try {
    await savePicture({ title, caption, drawing: stage, legendKeys: [] }, format);
  } finally {
    stage.remove();
  }
}
