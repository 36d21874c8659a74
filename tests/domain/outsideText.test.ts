import fc from 'fast-check';
import { cutAt, isVisible, oneLine } from '../../src/domain/outsideText';

test.each([
  ['line ends and tabs become one space', 'a\r\n\tb', 'a b'],
  ['control characters go', 'a\u0000\u0007\u009bb', 'ab'],
  ['direction overrides and isolates go', '\u202eabc\u2066d\u2069', 'abcd'],
  ['halves of surrogate pairs go, whole ones stay', 'a\ud83db\ude42 🙂', 'ab 🙂'],
  ['joiners that scripts need stay', 'می\u200cخواهم', 'می\u200cخواهم'],
])('%s', (_, text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('folding is done after one go, and leaves one well-formed line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = oneLine(text);
      expect(oneLine(line)).toBe(line);
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\r\n]/u);
    }),
  );
});

test('text of invisible characters only is not visible', () => {
  expect(isVisible(' \u200b\u00a0\u2060\ufeff')).toBe(false);
  expect(isVisible('\u200bx')).toBe(true);
});

test.each([
  ['a pair', 'ab🙂', 3, 'ab'],
  ['a family of emoji', 'ab👨‍👩‍👧', 8, 'ab'],
  ['a letter and its accent', 'abe\u0301', 3, 'ab'],
  ['a flag', 'ab🇪🇺🇪🇺', 6, 'ab🇪🇺'],
  ['nothing when it fits', 'abc', 3, 'abc'],
])('a cut does not split %s', (_, text, limit, cut) => {
  expect(cutAt(text, limit)).toBe(cut);
});

test('a single character longer than the limit is cut all the same, without half a pair', () => {
  expect(cutAt(`e${'\u0301'.repeat(300)}`, 200)).toHaveLength(200);
  expect(cutAt('👨‍👩‍👧', 4)).toBe('👨\u200d');
});
