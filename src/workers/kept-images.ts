// The database images in this browser's storage, for the workers that read and keep them.
import { parseImageRecord } from '../share/image-record-schema.ts';
import { createBrowserImages } from '../storage/images/browser-images.ts';

/** Opens nothing before the first call. */
export const keptImages = createBrowserImages(parseImageRecord);
