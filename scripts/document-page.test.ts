// Pages made from Markdown, and the one that the product links to.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderDocument } from './document-page.ts';

const pages = ['measuring', 'plans'];

function page(name: string) {
  return renderDocument(readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8'));
}

describe('a document', () => {
  const { title, html, contents, anchors } = renderDocument(
    '# The *title*\n\n## Faster, slower\n\n### What `PRAGMA x` does\n\n## Faster, slower\n\n| a |\n|---|\n| 1 |\n',
  );

  it('has the anchors that code hosts give its headings', () => {
    expect(anchors).toEqual([
      'the-title',
      'faster-slower',
      'what-pragma-x-does',
      'faster-slower-1',
    ]);
    expect(html).toContain('<h2 id="faster-slower"><a href="#faster-slower">');
  });

  it('takes its title and its contents from the headings', () => {
    expect(title).toBe('The <em>title</em>');
    expect(contents).toContain('href="#what-pragma-x-does">What <code>PRAGMA x</code> does</a>');
    expect(contents).not.toContain('the-title');
  });

  it('lets tables scroll inside themselves', () => {
    expect(html).toMatch(/<div class="wide"[^>]*>\s*<table>[\s\S]*<\/table><\/div>/);
  });
});

describe.each(pages)('docs/%s.md', (name) => {
  const { html, anchors } = page(name);

  it('has no heading twice', () => {
    expect(anchors.filter((anchor) => /-\d$/.test(anchor))).toEqual([]);
  });

  it('links to its own sections and to addresses of the web only', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? '');
    const broken = links.filter((link) =>
      link.startsWith('#') ? !anchors.includes(link.slice(1)) : !/^https:/.test(link),
    );
    expect(broken).toEqual([]);
  });

  it('needs no scripts', () => {
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  });
});
