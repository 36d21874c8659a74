/** What may be called empty without a closer look. */
import { invitationLanguages, putInvitation, renderInvitation } from '../../src/domain/invitation';
import { rewriters } from '../../src/sandbox/outlook/rewriting';
import { isPlainlyEmpty } from '../../src/scheduling/plainlyEmpty';
import { context, meeting } from '../domain/invitation/samples';

const empty = { linkProperty: undefined, location: '', body: { format: 'html', content: '' } } as const;
const withBody = (content: string) => ({ ...empty, body: { format: 'html', content } as const });

test('an appointment with nothing but its own text and room', () => {
  expect(isPlainlyEmpty(empty)).toBe(true);
  expect(isPlainlyEmpty({ ...withBody('<p>Agenda: join us!</p>'), location: 'Room 5/j' })).toBe(true);
});

test('not one with a property of ours, whatever is in it', () => {
  expect(isPlainlyEmpty({ ...empty, linkProperty: 'nonsense' })).toBe(false);
});

test('not one with a join link in its location', () => {
  expect(isPlainlyEmpty({ ...empty, location: 'Room 5; https://localhost:3002/j/12345678901' })).toBe(false);
});

test('not one whose join link a mail filter has wrapped', () => {
  const wrapped =
    '<a href="https://filter.example.test/?url=https%3A%2F%2Fmeet.example.test%2Fj%2F123">Join</a>';
  expect(isPlainlyEmpty(withBody(wrapped))).toBe(false);
});

describe.each(Object.entries(rewriters))('not one with an invitation that went through %s', (_, rewrite) => {
  test.each(invitationLanguages)('in %s', (language) => {
    for (const format of ['html', 'text'] as const) {
      const of = { ...meeting, joinUrl: 'https://localhost:3002/j/12345678901' };
      const block = renderInvitation(format, of, { ...context, language });
      const body = rewrite({ format, content: putInvitation(format, '', block, of.id).body });
      expect(isPlainlyEmpty({ ...empty, body })).toBe(false);
    }
  });
});
