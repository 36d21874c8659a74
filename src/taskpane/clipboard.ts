/** Text into the clipboard; in frames where the browser forbids the clipboard's interface, by the older way of a selection. */
import { ProductError } from '../domain/errors';

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied)
      throw new ProductError('host-unsupported', { reason: 'the browser does not let this page copy text' });
  }
}
