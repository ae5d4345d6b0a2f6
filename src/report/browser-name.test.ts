import { expect, it } from 'vitest';
import { browserName } from './browser-name.ts';

const webkit = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  [`${webkit} Chrome/156.0.0.0 Safari/537.36`, 'Chromium 156'],
  [`${webkit} HeadlessChrome/156.0.0.0 Safari/537.36`, 'Chromium 156'],
  [`${webkit} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1`, 'Edge 156'],
  [`${webkit} Version/26.1 Safari/605.1.15`, 'Safari 26'],
  [`${webkit} Version/26.1 Mobile/15E148 Safari/604.1`, 'Safari 26'],
  ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  ['Node.js/22', 'Node.js/22'],
  ['', 'unknown browser'],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
