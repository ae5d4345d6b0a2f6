// Makes a page of the site out of a Markdown document: a heading's anchor is the one that code hosts
// give it, so that a link to a section works on the page and in the repository alike.
// The page has no scripts: what it shows is made when it is built, or served for development.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

export interface DocumentPage {
  /** Text of the first heading. */
  title: string;
  /** The whole document. */
  html: string;
  /** Links to its sections. */
  contents: string;
  /** In the order of the headings. */
  anchors: string[];
}

interface Section {
  depth: number;
  anchor: string;
  html: string;
}

/** Renders a document; its headings of the second and third level are its contents. */
export function renderDocument(markdown: string): DocumentPage {
  const sections: Section[] = [];
  const taken = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const html = this.parser.parseInline(tokens);
        const anchor = uniqueAnchor(text, taken);
        sections.push({ depth, anchor, html });
        return `<h${depth} id="${anchor}"><a href="#${anchor}">${html}</a></h${depth}>\n`;
      },
    },
  });
  const html = marked
    .parse(markdown, { async: false })
    // Wide tables scroll inside themselves, never the page; whoever has no pointer can focus them.
    .replaceAll('<table>', '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  return {
    title: sections.find(({ depth }) => depth === 1)?.html ?? '',
    html,
    contents: contentsOf(sections.filter(({ depth }) => depth === 2 || depth === 3)),
    anchors: sections.map(({ anchor }) => anchor),
  };
}

/** Lower case, hyphens for spaces, no punctuation; a number behind a heading that comes again. */
function uniqueAnchor(text: string, taken: Map<string, number>): string {
  const anchor = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  const before = taken.get(anchor) ?? 0;
  taken.set(anchor, before + 1);
  return before === 0 ? anchor : `${anchor}-${before}`;
}

function contentsOf(sections: readonly Section[]): string {
  const items = sections.map(
    ({ depth, anchor, html }) => `<li class="depth-${depth}"><a href="#${anchor}">${html}</a></li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** Fills the page's template, an HTML file of the project, with the document, a Markdown file. */
export function documentPage(page: string, source: string): Plugin {
  let file = source;
  return {
    name: `document-page ${page}`,
    configResolved({ root }) {
      file = resolve(root, source);
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { path }) {
        if (path !== `/${page}`) return html;
        const { title, html: document, contents } = renderDocument(await readFile(file, 'utf8'));
        return html
          .replace('%title%', () => title)
          .replace('<!-- contents -->', () => contents)
          .replace('<!-- document -->', () => document);
      },
    },
    hotUpdate({ file: changed, server }) {
      if (changed === file) server.ws.send({ type: 'full-reload' });
    },
  };
}
