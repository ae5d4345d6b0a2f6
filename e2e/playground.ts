// The page as its user sees it: verbs over accessible names. Specs use these and nothing else.
import { expect, type Locator, type Page } from '@playwright/test';

export class PlaygroundPage {
  readonly page: Page;
  /** Messages that the browser's console reported as errors, and uncaught exceptions. */
  readonly consoleErrors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(error.message));
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  get bench(): Locator {
    return this.page.getByRole('grid', { name: 'Bench' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  cell(query: string, letter: string): Locator {
    return this.bench.getByRole('gridcell', { name: `${query} in ${letter}`, exact: true });
  }

  /** Opens the page and waits until its database is built. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`/${hash}`);
    await expect(this.status).toHaveText('Ready', { timeout: 30_000 });
  }

  /** The first visit's database is there: its rows are said in the status bar. */
  async expectRows(text: string): Promise<void> {
    await expect(this.page.getByRole('contentinfo')).toContainText(text, { timeout: 30_000 });
  }

  async newPlayground(): Promise<void> {
    await this.choose('File', 'New');
  }

  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).first().click();
  }

  async showTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Replaces an editor's text the way a user does: focus, select all, type. */
  async write(editor: string, text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: editor, exact: true });
    await box.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async writeSchema(sql: string): Promise<void> {
    await this.showTab('Schema');
    await this.write('Schema editor', sql);
  }

  /** Adds a query with this text; it keeps the name it is given by the page. */
  async addQuery(sql: string): Promise<void> {
    await this.showTab('Queries');
    await this.button('Add query').first().click();
    await this.write('Query editor', sql);
  }

  async addIndex(sql: string): Promise<void> {
    await this.button('Add index').click();
    await this.page.getByRole('textbox', { name: 'Index editor' }).fill(sql);
    await this.button('Add').click();
  }

  async setRows(table: string, rows: number): Promise<void> {
    await this.showTab('Data');
    const field = this.page.getByRole('spinbutton', { name: `Rows of ${table}`, exact: true });
    await field.fill(String(rows));
    await field.press('Enter');
  }

  async generate(): Promise<void> {
    await this.showTab('Data');
    await this.button('Generate data').click();
    await this.waitUntilReady();
  }

  async waitUntilReady(timeout = 60_000): Promise<void> {
    await expect(this.status).toHaveText('Ready', { timeout });
  }

  /** Compares everything and waits for the end. */
  async compare(timeout = 90_000): Promise<void> {
    await this.button('Compare').click();
    await expect(this.button('Stop')).toBeEnabled();
    await this.waitUntilReady(timeout);
  }

  async runQuery(): Promise<void> {
    await this.button('Run query').click();
  }

  /** The switch of an index in a setup, as a checkbox. */
  indexSwitch(index: string, letter: string): Locator {
    return this.page.getByRole('checkbox', { name: `${index} in ${letter}`, exact: true });
  }

  async turnIndex(index: string, letter: string, isOn: boolean): Promise<void> {
    await this.indexSwitch(index, letter).setChecked(isOn);
  }

  async setCache(letter: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: `Cache in ${letter}`, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** The median that a cell shows, in milliseconds. */
  async medianMs(query: string, letter: string): Promise<number> {
    const text = await this.cell(query, letter).textContent();
    const match = /([\d.,]+)\s*(µs|ms|s)\b/.exec(text ?? '');
    if (!match) throw new Error(`No time in the cell: ${text}`);
    const factor = { µs: 0.001, ms: 1, s: 1000 }[match[2] as 'µs' | 'ms' | 's'];
    return Number(match[1]?.replaceAll(',', '')) * factor;
  }

  async showLab(name: 'Writes' | 'Scale' | 'Storage'): Promise<void> {
    await this.showTab('Labs');
    await this.showTab(name);
  }

  /** Starts an experiment of the Writes lab and waits for its end. */
  async measureWrites(button: string): Promise<void> {
    // At the foot of the fields; until something was measured it stands at the right, too.
    await this.button(button).first().click();
    await this.waitUntilReady(90_000);
  }

  /** The first row of a technique in the Writes lab's table: that of setup A. */
  techniqueRow(name: string): Locator {
    const table = this.page.getByRole('table', { name: 'Techniques' });
    return table.getByRole('row', { name: new RegExp(`^${name}`) }).first();
  }

  /** The Scale lab with a largest row count and a short time a point, for the selected query. */
  async openScale(upTo: string): Promise<void> {
    await this.showLab('Scale');
    await this.choosePlain('Up to', upTo);
    await this.choosePlain('Time a point', '1 s');
  }

  /** Takes a value from a list that is called so. */
  async choosePlain(list: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: list, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Lets each query's rounds take this long at most: '3 s'. */
  async setBudget(time: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Time per query', exact: true }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${time}`) }).click();
  }

  /** Pins what was measured last. */
  async pin(): Promise<void> {
    await this.button('Pin this comparison').click();
    await expect(this.pinned).toBeVisible();
  }

  /** What is said of the pinned comparison beside the current one. */
  get pinned(): Locator {
    return this.page.getByRole('region', { name: 'Pinned comparison' });
  }

  /** Opens the history; gives its entries. */
  async openHistory(): Promise<Locator> {
    await this.choose('File', 'History');
    const list = this.page.getByRole('list', { name: 'Kept comparisons' });
    return list.getByRole('listitem');
  }

  /** How the Scale lab says that a setup grows. */
  growth(letter: string): Locator {
    return this.finding(new RegExp(`^${letter}The (time|work)`));
  }

  /** What the Scale lab says about a setup against another: where the winner changes. */
  crossover(letters: string): Locator {
    return this.finding(new RegExp(`^${letters}`));
  }

  private finding(text: RegExp): Locator {
    const findings = this.page.getByRole('list', { name: 'Findings' });
    return findings.getByRole('listitem').filter({ hasText: text });
  }

  /** Chooses a file in the import dialog; what is made of it is for the spec to decide. */
  async chooseFile(name: string, content: string | Uint8Array): Promise<void> {
    await this.choose('File', 'Open or import file');
    const buffer = Buffer.from(content);
    const mimeType = 'application/octet-stream';
    await this.page.getByLabel('File to import').setInputFiles({ name, mimeType, buffer });
  }

  /** Drops a file on the middle of the page. */
  async dropFile(name: string, content: string): Promise<void> {
    await this.page.evaluate(
      ([fileName, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text ?? ''], fileName ?? ''));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        }
      },
      [name, content],
    );
  }

  /** Takes the chosen file in as proposed. */
  async importFile(): Promise<void> {
    await this.button('Import').click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Saves what a button offers; gives the file's name and bytes. */
  async download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const waiting = this.page.waitForEvent('download');
    await press();
    const download = await waiting;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  /** The page itself must never scroll sideways. */
  async expectNoSidewaysScroll(): Promise<void> {
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }

  expectNoConsoleErrors(): void {
    expect(this.consoleErrors).toEqual([]);
  }
}
