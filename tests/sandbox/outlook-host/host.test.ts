/** The host's rules without a browser: calls on an item, messages, bodies, zones, and the control point. */
import * as fc from 'fast-check';
import { answerCall, hostCalls } from '../../../src/sandbox/outlook/host/calls';
import type { Answer, CallContext } from '../../../src/sandbox/outlook/host/calls/call';
import { HostControl } from '../../../src/sandbox/outlook/host/control';
import * as html from '../../../src/sandbox/outlook/host/html';
import { parseRequest } from '../../../src/sandbox/outlook/host/protocol';
import { ItemSession } from '../../../src/sandbox/outlook/host/session';
import { ianaName, offsetRanges } from '../../../src/sandbox/outlook/host/time-zones';

function open(mode: 'compose' | 'read' = 'compose'): CallContext {
  const organizer = { name: 'Sandbox Organizer', address: 'organizer@example.test' };
  const failing = () => Promise.reject(new Error('no mailbox'));
  return {
    session: new ItemSession(
      mode,
      {
        ...{
          subject: 's',
          body: { format: 'html', content: '' },
          location: '',
          start: 0,
          end: 60_000,
          allDay: false,
        },
        ...{
          timeZone: 'UTC',
          recurrence: null,
          seriesId: undefined,
          organizer,
          required: [],
          optional: [],
          customProperties: {},
          notifications: [],
        },
        ...{
          sessionData: {},
          savedId: undefined,
          changeNumber: undefined,
          sent: false,
          created: 0,
          modified: 0,
        },
      },
      { saveDraft: failing, saveReceivedProperties: failing },
    ),
    host: {
      addIn: { id: 'a', name: 'A', permissionLevel: 3 },
      user: organizer,
      timeZone: 'UTC',
      ianaTimeZone: 'UTC',
      sanitize: (text) => text,
      roaming: { current: () => ({}), save: failing },
    },
  };
}

describe('limits of calls', () => {
  it.each<[string, number, unknown, Answer]>([
    ['a subject over 255 characters', 17, { subject: 'x'.repeat(256) }, { errorCode: 9031 }],
    ['a location over 255 characters', 27, { location: 'x'.repeat(256) }, { errorCode: 9031 }],
    [
      'a body over a million characters',
      38,
      { data: 'x'.repeat(1_000_001), coercionType: 3 },
      { errorCode: 9031 },
    ],
    [
      'properties over 2,500 characters',
      4,
      { customProperties: { k: 'x'.repeat(2_500) } },
      { errorCode: 9031 },
    ],
    [
      'a notification over 150 characters',
      33,
      { key: 'k', type: 2, message: 'x'.repeat(151) },
      { errorCode: 9031 },
    ],
    [
      'more than 500 attendees',
      21,
      {
        recipientField: 0,
        recipientArray: Array.from({ length: 501 }, (_, index) => ({ address: `a${index}@x.test` })),
      },
      { errorCode: 9012 },
    ],
    ['an end before the start', 25, { TimeProperty: 2, time: -1 }, { errorCode: 9010 }],
    ['an item never saved', 164, undefined, { errorCode: 9046 }],
    ['a save that the mailbox refuses', 32, undefined, { errorCode: 9021 }],
    ['settings that the mailbox refuses', 404, [{ a: '1' }], { errorCode: 9019 }],
    ['a call that nobody knows', 4711, undefined, { errorCode: 5000 }],
  ])('refuse %s', async (_, id, parameters, expected) => {
    expect(await answerCall(open(), id, parameters)).toEqual(expected);
  });

  it.each([17, 38, 23, 13, 27, 25, 21, 22, 32, 155, 156])('keep call %i out of a read view', async (id) => {
    expect(await answerCall(open('read'), id, {})).toEqual({ errorCode: 5000 });
  });

  it('refuse a recurrence for one occurrence of a series', async () => {
    const context = open();
    context.session.edit({ seriesId: 'series' });
    expect(await answerCall(context, 104, { recurrenceData: null })).toEqual({ errorCode: 9033 });
  });

  it('let a failed write of a received item leave it as it was', async () => {
    const context = open('read');
    expect(await answerCall(context, 4, { customProperties: { a: 1 } })).toEqual({ errorCode: 9021 });
    expect(context.session.state.customProperties).toEqual({});
  });
});

it('answers every call with something, whatever its parameters are', async () => {
  const ids = fc.constantFrom(...hostCalls.keys(), 0, 9999);
  const modes = fc.constantFrom<'compose' | 'read'>('compose', 'read');
  await fc.assert(
    fc.asyncProperty(ids, modes, fc.jsonValue(), async (id, mode, parameters) => {
      const answer = await answerCall(open(mode), id, parameters);
      expect('data' in answer || 'errorCode' in answer || 'raw' in answer).toBe(true);
    }),
  );
});

it('takes nothing for a request that is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json()), (message) => parseRequest(message) === undefined),
  );
});

describe('bodies', () => {
  it('come out of the document that they were given in, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</p>', 'a', '&nbsp;', '<br/>', '\r\n', '<!-- c -->', '"', 'é')),
        (parts) => {
          const content = parts.join('');
          expect(html.innerBody(html.wrapDocument(content))).toBe(content);
        },
      ),
    );
  });

  it('survive the way from text to HTML and back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[!-~]([ -~]*[!-~])?$/).filter((line) => !line.includes('  '))),
        (lines) => {
          expect(html.htmlToText(html.textToHtml(lines.join('\n')))).toBe(lines.join('\n'));
        },
      ),
    );
  });

  it.each([
    [
      '<p>See <a href="https://a.test/x?b=1&amp;c=2"><b>the plan</b></a>, please</p>',
      'See the plan <https://a.test/x?b=1&c=2>, please',
    ],
    ['<a href="https://a.test/x">https://a.test/x</a>', 'https://a.test/x'],
    ['<a href="https://a.test/">https://a.test</a>', 'https://a.test'],
    [
      '<a href="mailto:o@a.test">o@a.test</a> <a href="mailto:o@a.test">us</a>',
      'o@a.test us <mailto:o@a.test>',
    ],
    ['<a href="https://a.test/x"><img src="cid:1"></a>', '<https://a.test/x>'],
    ['<a href="https://a.test/x"><p>words</p></a><p>more</p>', 'words <https://a.test/x>\nmore'],
    ['<a name="top"></a>Words <a href="#top">up</a><a href="x.html">there</a>', 'Words upthere'],
  ])('become text with the addresses of their links: %s', (formatted, plain) => {
    expect(html.htmlToText(formatted)).toBe(plain);
  });

  it('find the body whatever its tag looks like', () => {
    expect(html.innerBody('<HTML><BODY dir="ltr" title="a>b">x</BODY></HTML>')).toBe('x');
    expect(html.innerBody('<p>no document</p>')).toBe('<p>no document</p>');
    expect(html.innerBody('<html><body><p>not closed')).toBe('<p>not closed');
  });
});

describe('zones', () => {
  it('tell the offsets of a year with two changes of the clocks', () => {
    const ranges = offsetRanges(
      ianaName('W. Europe Standard Time'),
      Date.UTC(2030, 0, 1),
      Date.UTC(2031, 0, 1),
    );
    expect(ranges.map(({ offset }) => offset)).toEqual([60, 120, 60]);
    expect(ranges.map(({ end }) => end).slice(0, -1)).toEqual(ranges.map(({ start }) => start).slice(1));
  });

  it('take UTC for a name that nobody knows', () => {
    expect(ianaName('Nowhere Standard Time')).toBe('UTC');
  });
});

describe('the control point', () => {
  const control = new HostControl(() => 0);
  afterEach(() => control.reset());

  it('fails as many calls as it was told to, then none', () => {
    control.failNext(17, 9021, 2);
    expect([1, 2, 3].map(() => control.judge(17).failBefore)).toEqual([9021, 9021, undefined]);
    expect(control.judge(18).failBefore).toBeUndefined();
  });

  it('holds calls until they are released', async () => {
    control.hold(38);
    let through = false;
    const waiting = control.judge(38).ready.then(() => (through = true));
    await Promise.resolve();
    expect(through).toBe(false);
    control.release(38);
    await waiting;
    expect(through).toBe(true);
  });

  it('lets held calls go on at a reset', async () => {
    control.hold(38);
    const { ready } = control.judge(38);
    control.reset();
    await expect(ready).resolves.toBeUndefined();
  });
});
