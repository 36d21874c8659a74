/** Which appearance the pane takes. */
import { appearanceFor } from '../../src/ui/theme';

describe('the appearance', () => {
  test('follows the background that Outlook tells', () => {
    expect(appearanceFor('#ffffff', true, false)).toBe('light');
    expect(appearanceFor('#1f1f1f', false, false)).toBe('dark');
  });
  test('is high contrast where Outlook says pure black, which its dark is not', () => {
    expect(appearanceFor('#000000', false, false)).toBe('high-contrast');
  });
  test('follows the system where Outlook tells nothing or nonsense', () => {
    expect(appearanceFor(undefined, true, false)).toBe('dark');
    expect(appearanceFor('white', false, false)).toBe('light');
  });
  test('is high contrast whenever the system asks for it', () => {
    expect(appearanceFor('#ffffff', false, true)).toBe('high-contrast');
  });
});
