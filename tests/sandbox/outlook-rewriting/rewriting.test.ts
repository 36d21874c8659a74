/** What each imitated client does to a body, and what holds for all of them. */
import fc from 'fast-check';
import { clientNames, rewriters } from '../../../src/sandbox/outlook/rewriting';
import type { ClientName } from '../../../src/sandbox/outlook/rewriting';
import { htmlToText, innerBody } from '../../../src/sandbox/outlook/host/html';

const html = (client: ClientName, content: string) => rewriters[client]({ format: 'html', content }).content;
const text = (client: ClientName, content: string) => rewriters[client]({ format: 'text', content }).content;
const paragraphsOf = (content: string) =>
  /<div class="?WordSection1"?>([\s\S]*)<\/div>\s*<\/body>/.exec(content)?.[1]?.trim();

describe('exact', () => {
  test('changes nothing', () => {
    const body = { format: 'html', content: '<P CLASS=x>\r\n<!-- a -->' } as const;
    expect(rewriters.exact(body)).toBe(body);
  });
});

describe('web', () => {
  test('prefixes ids and names, once more at every round', () => {
    const once = html('web', '<div id="a"><a name="b"></a>x</div>');
    expect(once).toBe('<div id="x_a"><a name="x_b"></a>x</div>');
    expect(html('web', once)).toBe('<div id="x_x_a"><a name="x_x_b"></a>x</div>');
  });

  test('drops classes but its own, data, event handlers, comments and Word’s elements', () => {
    expect(
      html(
        'web',
        '<div class="elementToProof mine" data-a="1" onclick="x()"><!-- c --><o:p>a</o:p><bdi>b</bdi></div>',
      ),
    ).toBe('<div class="elementToProof">ab</div>');
  });

  test('writes styles as a browser does', () => {
    expect(html('web', '<p style="MARGIN:0 0 6px 0;color:#0563C1;mso-list:l0">x</p>')).toBe(
      '<p style="margin: 0px 0px 6px 0px; color: rgb(5, 99, 193);">x</p>',
    );
  });

  test('puts a division with a font around bare words', () => {
    expect(html('web', 'Hello <b>you</b><p>x</p>')).toMatch(
      /^<div class="elementToProof" style="font-family: [^"]*">Hello <b>you<\/b><\/div><p>x<\/p>$/,
    );
  });

  test('leaves language, direction, links and pictures', () => {
    const body =
      '<p lang="ar" dir="rtl"><a href="https://example.test/?a=1&amp;b=2">x</a><img src="cid:1" alt="y"></p>';
    expect(html('web', body)).toBe(body);
  });
});

describe('windows-classic', () => {
  test('flattens divisions into paragraphs of Word’s', () => {
    expect(
      paragraphsOf(html('windows-classic', '<div id="a" class="b"><div>one</div><div><br></div>two</div>')),
    ).toBe(
      [
        "<p class=MsoNormal><span lang=EN-US style='mso-fareast-language:EN-US'>one<o:p></o:p></span></p>",
        '<p class=MsoNormal><o:p>&nbsp;</o:p></p>',
        "<p class=MsoNormal><span lang=EN-US style='mso-fareast-language:EN-US'>two<o:p></o:p></span></p>",
      ]
        .join('\r\n\r\n')
        .replace(/ style='mso-fareast/g, "\r\nstyle='mso-fareast"),
    );
  });

  test('is a document with styles and conditional comments', () => {
    const document = html('windows-classic', '<p>x</p>');
    expect(document).toMatch(/^<html xmlns:v=[\s\S]*<!--\[if gte mso 9\]><xml>[\s\S]*<\/html>\r\n$/);
  });

  test('keeps named anchors as bookmarks, also in an empty line', () => {
    expect(html('windows-classic', '<div><a name="here"></a><br></div>')).toContain(
      '<p class=MsoNormal><a name="here"></a><o:p>&nbsp;</o:p></p>',
    );
  });

  test('keeps a border and nothing else of the division that had it', () => {
    expect(
      html('windows-classic', '<div id="a" style="margin:0;border-top:1px solid #8a8a8a"><p>x</p></div>'),
    ).toContain(
      "<div style='mso-element:para-border-div;border:none;border-top:solid #8A8A8A 1.0pt;padding:8.0pt 0cm 8.0pt 0cm'>",
    );
  });

  test('breaks lines at spaces, inside tags too, and writes western letters by name', () => {
    const document = html('windows-classic', `<p>${'für '.repeat(60)}</p>`);
    const written = paragraphsOf(document) ?? '';
    expect(written).toContain('f&uuml;r');
    expect(Math.max(...written.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(htmlToText(innerBody(document))).toBe('für '.repeat(60).trim());
  });

  test('has a picture for VML and one without', () => {
    expect(html('windows-classic', '<img src="cid:1">')).toMatch(
      /<!--\[if gte\s+vml 1\]>[\s\S]*<v:imagedata\s+src="cid:1"\/>[\s\S]*<!\[if\s+!vml\]><img[\s\S]*src="cid:1"/,
    );
  });

  test('tells the direction of paragraphs and runs', () => {
    const document = html('windows-classic', '<div dir="rtl"><p>ا <span dir="ltr">1 2</span></p></div>');
    expect(document).toMatch(/<p class=MsoNormal dir=RTL/);
    expect(document).toMatch(/<span\s+dir=LTR>1\s+2<\/span>/);
  });

  test('gives text CRLF', () => {
    expect(text('windows-classic', 'a\nb\r\nc')).toBe('a\r\nb\r\nc');
  });
});

describe('mac', () => {
  test('is Word’s filtered kind: quoted, without anything of o: and mso-', () => {
    const document = html('mac', '<div>one</div><div><br></div>');
    expect(paragraphsOf(document)).toBe(
      '<p class="MsoNormal"><span lang="EN-US">one</span></p>\r\n\r\n<p class="MsoNormal">&nbsp;</p>',
    );
    expect(document).not.toMatch(/<o:|mso-/);
  });
});

describe('to plain text and back', () => {
  test('links keep their address in angle brackets, lines are broken, ends are CRLF', () => {
    expect(
      rewriters['to-plain-text']({
        format: 'html',
        content: `<p><a href="https://example.test/a">here</a></p><p>${'word '.repeat(20)}</p>`,
      }),
    ).toEqual({
      format: 'text',
      content: `here <https://example.test/a>\r\n${'word '.repeat(15).trim()}\r\n${'word '.repeat(5).trim()}`,
    });
  });

  test('back, each line ends in a break, addresses are links, and spaces stay', () => {
    const { format, content } = rewriters['to-formatted']({
      format: 'text',
      content: 'a  <b>\r\nhttps://example.test/?a&b',
    });
    expect(format).toBe('html');
    expect(content).toContain(
      '<div class="PlainText">a&nbsp; &lt;b&gt;<br>\r\n<a href="https://example.test/?a&amp;b">https://example.test/?a&amp;b</a></div>',
    );
  });

  test('what has the format already keeps it', () => {
    expect(rewriters['to-formatted']({ format: 'html', content: '<p>x' })).toEqual({
      format: 'html',
      content: '<p>x',
    });
    expect(rewriters['to-plain-text']({ format: 'text', content: 'x\ny' })).toEqual({
      format: 'text',
      content: 'x\r\ny',
    });
  });
});

describe('every client', () => {
  const word = fc.constantFrom('agenda', 'Straße', 'שלום', 'a&amp;b', '日本', '🙂', '1 &lt; 2', '“x”');
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  const block = fc.oneof(
    words.map((inside) => `<p>${inside}</p>`),
    words.map((inside) => `<div><b>${inside}</b></div>`),
    words.map((inside) => `<ul><li>${inside}</li><li>x</li></ul>`),
    words.map((inside) => `<table><tr><td>${inside}</td><td>y</td></tr></table>`),
    words.map((inside) => `<blockquote><p>${inside}</p></blockquote>`),
  );
  const body = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n'));
  const wordsIn = (content: string) => htmlToText(innerBody(content)).replace(/\s+/g, ' ').trim();

  test('leaves every word, in order', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('web', 'windows-classic', 'mac'), (content, client) => {
        expect(wordsIn(html(client, content))).toBe(wordsIn(content));
      }),
    );
  });

  test('rewrites a part the same whatever stands beside it', () => {
    fc.assert(
      fc.property(body, body, fc.constantFrom('web', 'windows-classic', 'mac'), (first, second, client) => {
        const inside = (content: string) =>
          (client === 'web' ? content : (paragraphsOf(content) ?? '')).replace(/>\s+</g, '><');
        expect(inside(html(client, first + second))).toBe(
          inside(html(client, first)) + inside(html(client, second)),
        );
      }),
    );
  });

  test('takes whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clientNames),
        fc.constantFrom('html', 'text'),
        fc.string({ unit: 'binary' }),
        (client, format, content) => {
          expect(typeof rewriters[client]({ format, content }).content).toBe('string');
        },
      ),
    );
    const deep = '<div>'.repeat(20_000);
    for (const client of clientNames) expect(typeof html(client, `${deep}x`)).toBe('string');
  });
});
