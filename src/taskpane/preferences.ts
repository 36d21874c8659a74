/** What a person keeps as their own: usual choices, updating by itself, the language of invitations. */
import type { Me, Preferences } from '../api/backend';
import type { MeetingOptions } from '../domain/meeting';
import type { PaneServices } from './services';
import { emptyForm, type Said, type Store } from './state';
import type { Workbench } from './workbench';

export class OwnPreferences {
  constructor(
    private readonly store: Store,
    private readonly services: PaneServices,
    private readonly bench: Workbench,
  ) {}

  /** Keeps what was chosen in the form, beside what was kept before. */
  readonly keepChoices = (): Promise<void> =>
    this.save('kept', ({ preferences }) => {
      const { options, language } = this.store.snapshot().form;
      return {
        ...preferences,
        options: { ...preferences.options, ...usual(options) },
        invitationLanguage: language ?? preferences.invitationLanguage,
      };
    });

  readonly forgetChoices = (): Promise<void> =>
    this.save('forgotten', ({ preferences }) => ({ ...preferences, options: {}, invitationLanguage: null }));

  readonly setUpdateByItself = (updateByItself: boolean): Promise<void> =>
    this.save('saved', ({ preferences }) => ({ ...preferences, updateByItself }));

  /** @param language a language tag; null follows Outlook */
  readonly setInvitationLanguage = (language: string | null): Promise<void> =>
    this.save('saved', ({ preferences }) => ({ ...preferences, invitationLanguage: language }));

  /** Back to what a new meeting has without any choice. */
  readonly resetForm = (): void => this.store.set({ form: emptyForm });

  /** Shown at once, since a switch that waits for the network looks broken; what cannot be saved is taken back. */
  private save(said: Said, change: (me: Me) => Preferences): Promise<void> {
    return this.bench.beside('saving', async () => {
      const { me } = this.store.snapshot();
      if (!me) return;
      const wanted = { ...me, preferences: change(me) };
      this.store.set({ me: wanted });
      try {
        const saved = await this.services.savePreferences(wanted.preferences);
        // Nobody's any more where the person signed out meanwhile.
        if (this.store.snapshot().me === wanted) this.store.set({ me: saved, said });
      } catch (thrown) {
        if (this.store.snapshot().me === wanted) this.store.set({ me });
        throw thrown;
      }
    });
  }
}

/** How many choices are kept for new meetings; the language of invitations is one of them. */
export const keptChoices = ({ options, invitationLanguage }: Preferences): number =>
  Object.keys(options).length + (invitationLanguage === null ? 0 : 1);

/** What of a meeting's options can be usual: never its passcode, its host or its template. */
function usual(options: MeetingOptions): Preferences['options'] {
  const { passcode: _passcode, scheduleFor: _person, template: _template, ...rest } = options;
  return rest;
}
