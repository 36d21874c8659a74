import { hasInlineImages } from '../../../src/domain/invitation';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';

test.each([
  ['an attachment', '<p>x<img src="cid:logo@example.test"></p>'],
  ['data', '<img src="data:image/png;base64,AA==">'],
  ['an address', '<IMG\r\nsrc=https://example.test/a.png>'],
  ['Word’s vector markup', '<v:shape><v:imagedata src="cid:1"/></v:shape>'],
])('a picture from %s is one', (_, html) => {
  expect(hasInlineImages('html', html)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['words about pictures', '<p>&lt;img src="cid:1"&gt; img cid:1</p>'],
  ['a picture in a comment', '<!-- <img src="cid:1"> -->'],
  ['a picture in an attribute', `<p title='<img src="cid:1">'>x</p>`],
])('%s is none', (_, html) => {
  expect(hasInlineImages('html', html)).toBe(false);
});

test('plain text has none, whatever it says', () => {
  expect(hasInlineImages('text', '<img src="cid:1">')).toBe(false);
});

test.each(['web', 'windows-classic', 'mac'] as const)('a picture stays one after %s', (client) => {
  const { format, content } = rewriters[client]({ format: 'html', content: '<div><img src="cid:1"></div>' });
  expect(hasInlineImages(format, content)).toBe(true);
});
