/** Whether Outlook says that it fetches Microsoft's tokens itself. */
import { claimsNestedAuth } from '../../src/outlook/nestedAuth';
import { Host, removeOffice } from './support/host';

afterEach(removeOffice);

const hostWith = (isSetSupported: (name: string, version: string) => boolean) =>
  new Host().install({ requirements: { isSetSupported } });

it('asks for the requirement set by its name and version', () => {
  hostWith((name, version) => name === 'NestedAppAuth' && version === '1.1');
  expect(claimsNestedAuth()).toBe(true);
});

it('takes a host without it, one that refuses the question, and a page outside Outlook for one that cannot', () => {
  hostWith((name) => name === 'Mailbox');
  expect(claimsNestedAuth()).toBe(false);
  hostWith(() => {
    throw new Error('no such set');
  });
  expect(claimsNestedAuth()).toBe(false);
  removeOffice();
  expect(claimsNestedAuth()).toBe(false);
});
