/**
 * The pictures of `docs/admin-guide.md`. They go to `build/guide`, and to `docs/guide` when `GUIDE=docs` is set. What
 * the clock says and what is drawn by lot is replaced, so that a picture changes only when the page does.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { smallPng } from './smallPng';

const root = path.resolve(__dirname, '..', '..', '..');
const folder =
  process.env.GUIDE === 'docs' ? path.join(root, 'docs', 'guide') : path.join(root, 'build', 'guide');

export const GUIDE_SIZE = { width: 1120, height: 760 };

export function beginGuide(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** @param height of the picture in pixels, if it is another than usual */
export async function guidePicture(page: Page, name: string, height = GUIDE_SIZE.height): Promise<void> {
  await page.setViewportSize({ ...GUIDE_SIZE, height });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      node.nodeValue = (node.nodeValue ?? '')
        .replace(/[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/g, 'Jan 8, 2031, 10:00 AM')
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '01234567-89ab-4cde-8f01-23456789abcd');
    }
  });
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(path.join(folder, `${name}.png`), smallPng(png));
}
