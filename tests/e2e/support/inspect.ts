/** What a person with other eyes, hands or screens finds in the pane: axe, the edges, and the keyboard's way. */
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe has against the page in this frame, one line each; against its colours alone where the rest was asked. */
export async function complaints(
  frame: Frame,
  about: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  // Colours in the middle of a transition are nobody's choice.
  await frame.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const results: axe.AxeResults = await frame.evaluate(
    ([only]) => {
      return window.axe.run(document, { iframes: false, ...(only ? { runOnly: only } : {}) });
    },
    [about === 'colours' ? ['color-contrast', 'link-in-text-block'] : undefined],
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes
      // Fluent's tabster puts focusable guards into the page that are hidden from screen readers on purpose.
      .filter(({ html }) => !(id === 'aria-hidden-focus' && html.includes('data-tabster-dummy')))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** What is cut off or reaches over an edge at the frame's present width, one line each. */
export function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    for (const element of document.body.querySelectorAll('*')) {
      // Heard and not seen, and Fluent's guards of the focus.
      if (element.closest('.heard, [data-tabster-dummy], svg') || !element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const name = `${element.tagName} "${(element.textContent ?? '').slice(0, 40)}"`;
      if (width > 0 && (left < -0.5 || right > clientWidth + 0.5))
        found.push(`${name} goes from ${left} to ${right} in ${clientWidth}`);
      // What is typed scrolls in its field.
      if (element instanceof HTMLInputElement) continue;
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name} shows ${element.clientWidth} of ${element.scrollWidth} in width`);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name} shows ${element.clientHeight} of ${element.scrollHeight} in height`);
    }
    return found;
  });
}

/** Gives the pane this size, as a narrow Outlook or a larger zoom does, for as long as `look` takes. */
export async function atSize<T>(
  page: Page,
  frame: Frame,
  size: { readonly width?: number; readonly height?: number },
  look: () => Promise<T>,
): Promise<T> {
  const inside = () => ({ width: window.innerWidth, height: window.innerHeight });
  const before = await frame.evaluate(inside);
  const set = async (wanted: { width: number; height: number }, style: typeof size) => {
    await page.locator('aside iframe').evaluate((iframe, { width, height }) => {
      if (!(iframe instanceof HTMLElement)) return;
      iframe.style.width = width === undefined ? '' : `${width}px`;
      iframe.style.height = height === undefined ? '' : `${height}px`;
    }, style);
    await frame.waitForFunction(
      ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
      wanted,
    );
  };
  await set({ ...before, ...size }, size);
  const seen = await look();
  await set(before, {});
  return seen;
}

export interface TabWalk {
  /** What the Tab key reaches, in the order in which it does, by name. */
  readonly reached: string[];
  /** What can be operated, in the order in which it stands. */
  readonly standing: string[];
  /** What looks the same with the focus as without. */
  readonly unseen: string[];
}

/** Goes through the pane with the Tab key, from the button before it until the pane is left. */
export async function tabWalk(page: Page, frame: Frame): Promise<TabWalk> {
  await frame.evaluate(prepareWalk);
  const standing: string[] = await frame.evaluate('walk.standing()');
  await page.locator('aside button').first().focus();
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses <= standing.length + 2; presses += 1) {
    await page.keyboard.press('Tab');
    const { left, name, unseenBefore }: Step = await frame.evaluate('walk.step()');
    if (unseenBefore !== undefined) unseen.push(unseenBefore);
    if (left) break;
    if (name !== undefined) reached.push(name);
  }
  return { reached, standing, unseen };
}

interface Step {
  /** The pane no longer has the focus. */
  readonly left: boolean;
  /** What has it; undefined for a guard of Fluent's, which stands beside what is seen. */
  readonly name?: string;
  /** What had it before, where that shows nothing of it. */
  readonly unseenBefore?: string;
}

/** Puts `walk` into the pane's page. It runs there alone. */
function prepareWalk(): void {
  const operable = 'a[href], button, input, select, textarea, [tabindex="0"]';
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const name =
      element.getAttribute('aria-label') ??
      (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent);
    return (name ?? '').trim() || element.outerHTML.slice(0, 120);
  };
  /** Everything by which the focus may show: at the element, what surrounds it, and what they draw before and after. */
  const lookOf = (element: Element): string => {
    const looks: string[] = [];
    let one: Element | null = element;
    for (let level = 0; one && level < 4; level += 1, one = one.parentElement) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo);
        looks.push(
          ...[style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.transform],
          ...[style.borderBottomColor, style.borderTopColor, style.borderBottomWidth, style.backgroundColor],
        );
      }
    }
    return looks.join(' ');
  };
  let last: { element: Element; look: string | undefined } | undefined;
  Object.assign(window, {
    walk: {
      standing: () =>
        [...document.querySelectorAll<HTMLElement>(operable)]
          .filter(
            (element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'),
          )
          .filter((element) => !element.matches('[data-tabster-dummy]'))
          .map(nameOf),
      step: async () => {
        // Leaving is the host's work, which takes a moment.
        const moved = () => !document.hasFocus() || document.activeElement !== last?.element;
        for (let frames = 0; frames < 60 && !moved(); frames += 1) await new Promise(requestAnimationFrame);
        const element = document.hasFocus() ? document.activeElement : null;
        const before = last;
        const unseenBefore =
          before?.look !== undefined && before.element.isConnected && lookOf(before.element) === before.look
            ? nameOf(before.element)
            : undefined;
        if (!element || element === document.body) return { left: true, unseenBefore };
        const isGuard = element.matches('[data-tabster-dummy]');
        last = { element, look: isGuard ? undefined : lookOf(element) };
        return { left: false, name: isGuard ? undefined : nameOf(element), unseenBefore };
      },
    },
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
