/** An example of each body and answer of signing in with Microsoft, for the description of the interface. */
import type { Session } from '../../api/backend';
import type { MicrosoftSignIn, MicrosoftTie, MicrosoftToken } from '../../api/microsoft';
import type { RouteExamples } from '../routeExample';
import { signInWith } from './application';

const signIn: MicrosoftSignIn = signInWith({
  clientId: '6d0b7c1e-3c5f-4f0e-9a51-2f6a1d9e7b10',
  authority: 'https://login.microsoftonline.com',
  tenants: ['0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21'],
  signInTenant: '0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21',
});
const token: MicrosoftToken = {
  accessToken: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ2ZXIiOiIyLjAifQ.c2lnbmF0dXJl',
};
const session: Session = {
  token: 'bF9xZ0s2cVd1R2k0dVJtN1FhT3p5Y3V0b1Z2c1dYMTI',
  expiresAt: '2026-11-20T20:00:00.000Z',
  member: {
    id: 'KDcuGIm1QgePTO8WbOqwIQ',
    accountId: 'q6gBJVO5TzexKYTb_I2rpg',
    name: 'Sandbox Organizer',
    email: 'organizer@example.test',
    timeZone: 'Europe/Berlin',
  },
};
const tie: MicrosoftTie = { tied: { name: 'Sandbox Organizer' } };

export const microsoftExamples: RouteExamples = {
  'GET /api/sign-in/microsoft': { answer: signIn },
  'POST /api/session/microsoft': { body: token, answer: session },
  'GET /api/me/microsoft': { answer: tie },
  'PUT /api/me/microsoft': { body: token, answer: tie },
};
