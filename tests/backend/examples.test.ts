/** Each example in the description of the interface is one of what it stands for. */
import type * as z from 'zod/mini';
import * as backend from '../../src/api/backend';
import * as contract from '../../src/api/policy';
import { examples as ownExamples } from '../../src/backend/examples';
import { examples as policyExamples } from '../../src/backend/policy/examples';
import { MemberChoice } from '../../src/domain/policy/effective';
import { SettingsLayer } from '../../src/domain/policy/settings';

const examples = { ...ownExamples, ...policyExamples };

const { Group, GroupChange, Groups, HistoryEntry, MemberPolicy, PeopleReport, Preview, SettingsFile } =
  contract;

it.each<[string, z.ZodMiniType | undefined, z.ZodMiniType]>([
  ['GET /api/me/policy', undefined, MemberPolicy],
  ['PUT /api/me/calendar', MemberChoice, MemberPolicy],
  ['DELETE /api/me/calendar', undefined, MemberPolicy],
  ['GET /api/account', undefined, contract.Account],
  ['GET /api/account/settings', undefined, contract.VersionedSettings],
  ['PUT /api/account/settings', SettingsLayer, contract.VersionedSettings],
  ['POST /api/account/settings/preview', SettingsLayer, Preview],
  ['GET /api/account/groups', undefined, Groups],
  ['POST /api/account/groups', contract.NewGroup, Group],
  ['PUT /api/account/groups/order', contract.GroupOrder, Groups],
  ['GET /api/account/groups/:id', undefined, Group],
  ['PUT /api/account/groups/:id', GroupChange, Group],
  ['POST /api/account/groups/:id/preview', GroupChange, Preview],
  ['GET /api/account/members', undefined, contract.MemberPage],
  ['GET /api/account/members/:id/policy', undefined, MemberPolicy],
  ['POST /api/account/people/refresh', undefined, PeopleReport],
  ['PUT /api/account/people', contract.PeopleList, PeopleReport],
  ['GET /api/account/history', undefined, contract.HistoryPage],
  ['POST /api/account/history/:id/undo', undefined, HistoryEntry],
  ['GET /api/account/export', undefined, SettingsFile],
  ['POST /api/account/import/check', SettingsFile, contract.ImportCheck],
  ['POST /api/account/import', SettingsFile, HistoryEntry],
  ['GET /health', undefined, backend.Health],
  ['POST /api/session', backend.SessionRequest, backend.Session],
  ['POST /api/session/renew', undefined, backend.Session],
  ['GET /api/me', undefined, backend.Me],
  ['GET /api/me/preferences', undefined, backend.Preferences],
  ['PUT /api/me/preferences', backend.Preferences, backend.Me],
  ['GET /api/me/choices', undefined, backend.MeetingChoices],
  ['POST /api/meetings', backend.MeetingRequest, backend.Meeting],
  ['GET /api/meetings', undefined, backend.MeetingPage],
  ['GET /api/meetings/unused', undefined, backend.UnusedMeetings],
  ['GET /api/meetings/:id', undefined, backend.Meeting],
  ['PATCH /api/meetings/:id', backend.MeetingChange, backend.Meeting],
  ['POST /api/meetings/:id/recover', undefined, backend.Meeting],
  ['PATCH /api/meetings/:id/occurrences/:occurrenceId', backend.OccurrenceRequest, backend.Meeting],
  ['DELETE /api/meetings/:id/occurrences/:occurrenceId', undefined, backend.Meeting],
  ['POST /api/meetings/:id/confirm', backend.Confirmation, backend.ConfirmationAnswer],
])('%s has examples of its own', (route, body, answer) => {
  const example = examples[route];
  expect(answer.parse(example?.answer)).toEqual(example?.answer);
  expect(body?.parse(example?.body)).toEqual(example?.body);
});
