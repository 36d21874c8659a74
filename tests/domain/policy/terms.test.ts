/** What is taken as the address of an Exchange server. */
import { EwsUrl } from '../../../src/domain/policy/terms';

it.each(['https://mail.example.test/EWS/Exchange.asmx', 'https://mail.example.test:444/'])(
  '%s is one',
  (text) => {
    expect(EwsUrl.safeParse(text).success).toBe(true);
  },
);

it.each(['mail', '', 'http://mail.example.test/', 'https://person:secret@mail.example.test/'])(
  '"%s" is refused',
  (text) => {
    expect(EwsUrl.safeParse(text).success).toBe(false);
  },
);
