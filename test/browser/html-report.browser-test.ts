import axe, { type AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLargeReport } from '../support/create-large-report.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { openReport, startBrowser } from './open-report.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(['light', 'dark'] as const)('in %s colors', colorScheme => {
  test.each([0, 5])('%i findings are accessible, open and closed, wide and narrow', async count => {
    for (const width of [1280, 390]) {
      const { complaints, page } = await openReport(browser, createLargeReport(count), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      expect(await findViolations(page)).toEqual([]);
      if (count > 0) await page.getByRole('button', { name: 'Close all' }).click();
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('500 findings are accessible', async () => {
    const { complaints, page } = await openReport(browser, createLargeReport(500), { colorScheme });
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('files that were not judged are accessible', async () => {
    const skipped = (['leftOut', 'unreadable', 'crashed', 'notWritten'] as const).flatMap(cause =>
      Array.from({ length: 7 }, (_, index) => ({ path: `src/${cause}-${index}.ts`, cause, reason: 'no `reason`' })),
    );
    const { page } = await openReport(browser, createReport('write', { 'a.ts': everyOutcome }, skipped), {
      colorScheme,
    });
    expect(await findViolations(page)).toEqual([]);
    expect(await page.getByText('src/crashed-3.ts').count()).toBe(1);
  });
});

test('5,000 findings open in less than two seconds of computing', async () => {
  const { complaints, page } = await openReport(browser, createLargeReport(1));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' }); // which other programs of the machine do not lengthen
  const other = await openReport(browser, createLargeReport(5000));
  await page.goto(other.page.url());
  expect(await page.getByRole('status').textContent()).toBe('5,000 findings');
  const { metrics } = await devtools.send('Performance.getMetrics');
  expect(metrics.find(({ name }) => name === 'TaskDuration')?.value).toBeLessThan(2);
  await page.getByLabel('Text').fill('service4999.save');
  await expect.poll(() => page.getByRole('status').textContent()).toBe('1 of 5,000 findings');
  expect([...complaints.filter(text => !text.startsWith('file:')), ...other.complaints]).toEqual([]);
});

describe('the filters', () => {
  test('show what matches a choice of each facet, and count what each other choice would show', async () => {
    const { page } = await openReport(browser, createLargeReport(500));
    await choice(page, 'manual').check();
    await expectShown(page, '100 of 500 findings');
    await choice(page, 'suggestion').check();
    await expectShown(page, '200 of 500 findings');
    expect(await countOf(page, 'fixable')).toBe('100'); // as many as the choice would add
    expect(await countOf(page, 'typeorm')).toBe('0');
    await choice(page, 'mongodb').check();
    await expectShown(page, '0 of 500 findings');
    await expect.poll(() => page.getByText('No finding matches these filters.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expectShown(page, '500 findings');
  });

  test('take a folder with all that is in it, and words in any order', async () => {
    const { page } = await openReport(browser, createLargeReport(500));
    await choice(page, 'packages/p0/src').check();
    await expect.poll(() => countVisible(page, '.finding')).toBeLessThan(500);
    const inPackage = await countVisible(page, '.finding');
    expect(inPackage).toBeGreaterThan(0);
    expect(await page.locator('.file:not([hidden]) h2').allTextContents()).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/^packages\/p0\/src\//)]),
    );
    await page.getByLabel('Text').fill('SERVICE0.save repo.save(x) p0/src');
    await expectShown(page, '1 of 500 findings');
    await page.getByLabel('Text').fill('<span');
    await expectShown(page, '0 of 500 findings');
  });

  test('work by keyboard alone, and so does opening a finding', async () => {
    const { page } = await openReport(browser, createLargeReport(500));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // skips to the findings
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Clear all filters');
    await choice(page, 'manual').focus();
    await page.keyboard.press('Space');
    await expectShown(page, '100 of 500 findings');
    const [first, second] = [shownSummary(page, 0), shownSummary(page, 1)];
    await first.focus();
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(second)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Why it needs a manual change:').count(), { timeout: 60_000 }).toBe(1); // which is filled in once the browser says that it is open
    await page.keyboard.press('End');
    expect(await isFocused(shownSummary(page, 99))).toBe(true);
    await page.keyboard.press('Home');
    expect(await isFocused(first)).toBe(true);
  });

  test('are folded on a narrow page, and open with one key', async () => {
    const { page } = await openReport(browser, createLargeReport(5), { viewport: { width: 390, height: 800 } });
    expect(await page.getByLabel('Text').isVisible()).toBe(false);
    await page.getByText('Filters', { exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Text').isVisible()).toBe(true);
  });
});

test('the colors follow the system, unless the reader chooses, which is remembered', async () => {
  const { complaints, page } = await openReport(browser, createLargeReport(5), { colorScheme: 'dark' });
  expect(await lightnessOf(page)).toBeLessThan(60);
  await page.getByLabel('light').check();
  expect(await lightnessOf(page)).toBeGreaterThan(200);
  await page.reload();
  expect(await lightnessOf(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByLabel('dark').check();
  expect(await lightnessOf(page)).toBeLessThan(60);
  await page.getByLabel('auto').check();
  expect(await lightnessOf(page)).toBeGreaterThan(200);
  expect(complaints).toEqual([]);
});

test('code of the project is shown and never run', async () => {
  const code = '</script></noscript><script>alert(1)</script><img src="https://example.com/x" onerror="alert(2)">';
  const { complaints, page } = await openReport(
    browser,
    createReport('scan', {
      [`src/${code.replaceAll('/', '|')}.ts`]: [
        {
          before: code,
          after: `await ${code}`,
          message: code,
          reason: code,
          via: [code],
          library: code,
          function: code,
        },
      ],
    }),
  );
  await page.getByRole('button', { name: 'Open all' }).click();
  expect(await page.locator('pre del').textContent()).toBe(`${code}\n`);
  expect(await page.locator('main script, main img').count()).toBe(0);
  await page.getByLabel('Text').fill('onerror="alert(2)"');
  await expectShown(page, '1 finding');
  expect(complaints).toEqual([]);
});

test('without scripts all findings are there, and no control that does nothing', async () => {
  const { page } = await openReport(browser, createLargeReport(5), { javaScriptEnabled: false });
  expect(await countVisible(page, 'pre')).toBe(5);
  expect(await countVisible(page, 'form, .toolbar, .themes')).toBe(0);
});

test('a printer gets all that is shown, and the page is as it was after that', async () => {
  const { page } = await openReport(browser, createLargeReport(30));
  await choice(page, 'manual').check();
  await expectShown(page, '6 of 30 findings');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await countVisible(page, '.body')).toBe(6);
  expect(await countVisible(page, 'form, .toolbar, .themes')).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await countVisible(page, '.body')).toBe(0);
});

async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function choice(page: Page, label: string): Locator {
  return page
    .locator('.choices label')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('checkbox');
}

async function countOf(page: Page, label: string): Promise<string | null> {
  return page
    .locator('.choices label')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('.count')
    .textContent();
}

async function expectShown(page: Page, status: string): Promise<void> {
  await expect.poll(() => page.getByRole('status').textContent()).toBe(status);
  expect(await countVisible(page, '.finding')).toBe(Number(/^\d+/.exec(status)?.[0]));
}

async function countVisible(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll(elements => elements.filter(element => element.checkVisibility()).length);
}

function shownSummary(page: Page, index: number): Locator {
  return page.locator('.finding:not([hidden]) summary').nth(index);
}

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate(element => element === document.activeElement);
}

/** How light the page is behind its text, up to 255. */
async function lightnessOf(page: Page): Promise<number> {
  const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return Math.max(...[...color.matchAll(/\d+/g)].slice(0, 3).map(Number));
}
