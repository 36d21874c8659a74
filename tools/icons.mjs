// @ts-check
// Renders the icons' SVG sources in assets/ to the PNG files that the manifest names (`npm run icons`).
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const assets = fileURLToPath(new URL('../assets/', import.meta.url));

/** Each source with the PNG files made from it: `<name>-<size>.png`, sizes in pixels. */
const icons = [
  // Drawn on a 16 by 16 grid, so that every edge falls on a pixel at multiples of 16.
  { source: 'icon-small', name: 'icon', sizes: [16, 32] },
  { source: 'icon', name: 'icon', sizes: [64, 80, 128] },
  { source: 'add', name: 'add', sizes: [16, 32, 80] },
  { source: 'settings', name: 'settings', sizes: [16, 32, 80] },
  { source: 'remove', name: 'remove', sizes: [16, 32, 80] },
];

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [
    // A sandboxed browser does not start as root; the only pages shown are our own drawings.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await browser.newPage();
  for (const { source, name, sizes } of icons) {
    const svg = await readFile(path.join(assets, `${source}.svg`), 'utf8');
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
      );
      await page.screenshot({ path: path.join(assets, `${name}-${size}.png`), omitBackground: true });
      console.log(`assets/${name}-${size}.png`);
    }
  }
} finally {
  await browser.close();
}
