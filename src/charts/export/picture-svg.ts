// A drawn chart as an SVG text that stands alone: looks, fonts, title, legend and caption inside.
// Keeps away from files: export-picture saves it.
import { textWidth } from '../marks/text-width.ts';
import { wrapText } from './wrap-text.ts';

export interface Picture {
  title: string;
  caption: string;
  /** Holds the chart's svg elements, each where it stands on the page. */
  drawing: HTMLElement;
  /** Each holds a small svg, followed by its text. */
  legendKeys: readonly Element[];
}

export interface PictureText {
  text: string;
  /** Pixels. */
  width: number;
  height: number;
}

const margin = 16;
const lineHeight = 18;
const fonts = {
  title: { 'font-size': '14px', 'font-weight': '600' },
  text: { 'font-size': '12px', 'font-weight': '400' },
};
const textFont = '400 12px';

/** Inherited looks: an element says only what differs from its parent. Initial values of SVG. */
const inherited: Record<string, string> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'text-anchor': 'start',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '',
};

/** What stands for the page alone: classes, focus, the pointer. */
const pageOnly = /^(class|style|tabindex|role|data-.*|aria-.*|pointer-events)$/;

/** The picture in the theme that it is shown in. */
export function toPictureSvg({ title, caption, drawing, legendKeys }: Picture): PictureText {
  const looks = getComputedStyle(drawing);
  const box = drawing.getBoundingClientRect();
  const width = Math.round(box.width) + 2 * margin;
  const root = create('svg', { 'font-family': looks.fontFamily });
  root.append(withText(create('title', {}), title), withText(create('desc', {}), caption));
  const ground = create('rect', { width: '100%', height: '100%', fill: backgroundOf(drawing) });
  root.append(ground);
  let y = margin + 12;
  root.append(textAt(title, margin, y, { ...fonts.title, fill: looks.color }));
  y += 16;
  for (const svg of drawing.querySelectorAll('svg')) {
    const at = svg.getBoundingClientRect();
    root.append(standalone(svg, margin + at.left - box.left, y + at.top - box.top));
  }
  y += box.height + lineHeight;
  const color = legendKeys[0] ? getComputedStyle(legendKeys[0]).color : looks.color;
  let x = margin;
  for (const key of legendKeys) {
    const text = key.textContent?.slice(key.querySelector('svg')?.textContent?.length ?? 0) ?? '';
    const mark = key.querySelector('svg');
    const markWidth = mark ? mark.getBoundingClientRect().width + 4 : 0;
    const needed = markWidth + textWidth(text, textFont) + 14;
    if (x > margin && x + needed > width) {
      x = margin;
      y += lineHeight;
    }
    if (mark) root.append(standalone(mark, x, y - 11));
    root.append(textAt(text, x + markWidth, y, { ...fonts.text, fill: color }));
    x += needed;
  }
  if (legendKeys.length > 0) y += lineHeight;
  const lines = wrapText(caption, width - 2 * margin, (text) => textWidth(text, textFont));
  for (const line of lines) {
    root.append(textAt(line, margin, y, { ...fonts.text, fill: color }));
    y += lineHeight;
  }
  const height = Math.ceil(y - lineHeight + margin);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

const namespace = 'http://www.w3.org/2000/svg';

function create(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function withText(element: SVGElement, text: string): SVGElement {
  element.textContent = text;
  return element;
}

function textAt(text: string, x: number, y: number, attributes: Record<string, string>) {
  return withText(create('text', { x: String(x), y: String(y), ...attributes }), text);
}

/** A copy of an svg that needs no style sheet, to be placed inside another. */
function standalone(svg: SVGSVGElement, x: number, y: number): Element {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.getBoundingClientRect();
  inline(svg, copy, null);
  for (const [key, value] of Object.entries({ x, y, width, height })) {
    copy.setAttribute(key, String(Math.round(value * 100) / 100));
  }
  copy.setAttribute('overflow', 'visible');
  return copy;
}

function inline(source: Element, copy: Element, parent: CSSStyleDeclaration | null): void {
  const looks = getComputedStyle(source);
  for (const { name } of [...copy.attributes]) if (pageOnly.test(name)) copy.removeAttribute(name);
  for (const [property, initial] of Object.entries(inherited)) {
    const value = looks.getPropertyValue(property);
    const before = parent ? parent.getPropertyValue(property) : initial;
    if (value === before) copy.removeAttribute(property);
    else copy.setAttribute(property, value);
  }
  if (looks.opacity === '1') copy.removeAttribute('opacity');
  else copy.setAttribute('opacity', looks.opacity);
  // No attribute of SVG, and digits of equal width are part of the look.
  if (source.tagName === 'text' && looks.fontVariantNumeric !== 'normal') {
    copy.setAttribute('style', `font-variant-numeric:${looks.fontVariantNumeric}`);
  }
  const copies = [...copy.children];
  for (const [index, child] of [...source.children].entries()) {
    const childCopy = copies[index];
    if (!childCopy) continue;
    if (isForPointer(child)) childCopy.remove();
    else inline(child, childCopy, looks);
  }
  for (const child of [...copy.children]) {
    if (child.tagName === 'g' && child.childNodes.length === 0) child.remove();
  }
}

/** Areas that only take the pointer. */
function isForPointer(element: Element): boolean {
  return element.getAttribute('pointer-events') === 'all';
}

/** The ground that the element is seen on. */
function backgroundOf(element: Element): string {
  let each: Element | null = element;
  while (each) {
    const color = getComputedStyle(each).backgroundColor;
    if (color !== 'transparent' && !/[,/]\s*0\)$/.test(color)) return color;
    each = each.parentElement;
  }
  return 'rgb(255, 255, 255)';
}
