/** `GET /api/me`: who is signed in, and the person's own Zoom defaults for a new meeting. */
import { Me, paths, type Member } from '../api/backend';
import { defaultsOf, locksOf, type DefaultLayers } from '../domain/meetingDefaults';
import { toMember, toZoomDefaults } from '../zoom/mapping';
import type { ZoomClient } from '../zoom/client';
import { callerOf } from './caller';
import type { MemberKey } from './member';
import { anyProblem, SESSION_SECURITY, type TypedApp } from './typedApp';

export interface MeOptions {
  readonly zoomFor: (member: MemberKey) => ZoomClient;
  readonly saveMember: (member: Member) => Promise<void>;
}

export function registerMe(app: TypedApp, { zoomFor, saveMember }: MeOptions): void {
  app.get(
    paths.me,
    {
      schema: {
        tags: ['Session'],
        security: SESSION_SECURITY,
        summary: 'Who is signed in, and their defaults',
        response: { 200: Me, ...anyProblem },
      },
    },
    async (request) => {
      const { key } = callerOf(request);
      const zoom = zoomFor(key);
      const [user, settings] = await Promise.all([zoom.me(), zoom.mySettings()]);
      // The key stays what the session says: only the description of the person is news.
      const member = { ...toMember(user), id: key.userId, accountId: key.accountId };
      await saveMember(member);
      const layers: DefaultLayers = {
        zoom: { defaults: toZoomDefaults(settings), locked: [] },
        policy: { defaults: {}, locked: [] },
        own: {},
      };
      return {
        member,
        defaults: defaultsOf(layers),
        locks: locksOf(layers),
        preferences: { options: {}, updateByItself: false, invitationLanguage: null },
        personalMeetingId: user.pmi ?? null,
      };
    },
  );
}
