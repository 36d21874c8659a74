/**
 * The mailbox as the chosen client writes it: bodies are rewritten once more when an appointment is saved, and a
 * calendar without write access takes nothing.
 */
import type { Appointment } from '../../../../helper/embedded/model';
import type { RestoreRequest, SaveRequest } from '../../contract';
import { rewritten } from '../../host/client/imitation';
import type { ClientSettings } from '../../host/client/settings';
import { MailboxClient, MailboxError } from '../client';

/** The refusal of a calendar that the person may only read. */
export const notWritable = (): MailboxError =>
  new MailboxError(403, 'read-only', 'You can read this calendar, but not write into it.');

export class ImitatedMailbox extends MailboxClient {
  readonly #client: () => ClientSettings;

  constructor(client: () => ClientSettings) {
    super();
    this.#client = client;
  }

  override create(request: SaveRequest): Promise<Appointment> {
    return this.#writing(() => super.create(this.#asSaved(request)));
  }

  override update(id: string, request: SaveRequest): Promise<Appointment> {
    return this.#writing(() => super.update(id, this.#asSaved(request)));
  }

  override remove(id: string): Promise<void> {
    return this.#writing(() => super.remove(id));
  }

  override restore(removed: RestoreRequest): Promise<Appointment> {
    return this.#writing(() => super.restore(removed));
  }

  #writing<T>(write: () => Promise<T>): Promise<T> {
    return this.#client().calendar === 'read-only' ? Promise.reject(notWritable()) : write();
  }

  #asSaved(request: SaveRequest): SaveRequest {
    return { ...request, body: rewritten(request.body, this.#client()) };
  }
}
