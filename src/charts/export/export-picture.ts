// Saves a drawn chart as a file, SVG or PNG. Made in the page; nothing is sent anywhere.
// Keeps away from the picture itself: picture-svg makes it.

import { pictureName } from './picture-name.ts';
import { type Picture, type PictureText, toPictureSvg } from './picture-svg.ts';

export type PictureFormat = 'svg' | 'png';

/** Pixels of a PNG per pixel of the page: sharp on dense screens and in print. */
const density = 2;

/** Offers the chart as a download, named after its figure. */
export async function savePicture(picture: Picture, format: PictureFormat): Promise<void> {
  const svg = toPictureSvg(picture);
  const blob = format === 'svg' ? svgBlob(svg) : await toPng(svg);
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = pictureName(picture.title, format);
  anchor.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function svgBlob({ text }: PictureText): Blob {
  return new Blob([text], { type: 'image/svg+xml' });
}

async function toPng(svg: PictureText): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width * density;
    canvas.height = svg.height * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The browser made no PNG of this chart. Save it as SVG instead.'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
