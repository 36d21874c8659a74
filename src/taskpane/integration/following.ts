/**
 * When the change stream is open: while somebody is signed in and the pane is seen, and for a while after it is
 * hidden. It hurries nobody: nothing waits for it, and a pane that was forgotten keeps no connection.
 */
import type { IntegrationServices } from './services';

/** A pane that is hidden for longer gives its connection back. In milliseconds. */
export const HIDDEN_MS = 60_000;
/** A stream that was broken for longer is worth a line. In milliseconds. */
export const STALE_MS = 60_000;
/** How long after a refused stream the session, good again, opens another one. In milliseconds. */
const AGAIN_MS = 5000;

export interface Heard {
  /** Something changed; `revision` is the newest one. */
  changed(revision: number): void;
  /** Changes have not arrived for long, or arrive again. */
  stale(isStale: boolean): void;
  /** The pane is seen again and nothing arrives: what holds has to be asked for. */
  ask(): void;
  /** The stream was refused. Resolves when the session is good nevertheless; rejects where it is not. */
  refused(): Promise<void>;
}

export class Following {
  private close: (() => void) | undefined;
  private isLive = false;
  private memberId: string | undefined;
  private stopHiding: (() => void) | undefined;
  private stopStale: (() => void) | undefined;
  private stopAgain: (() => void) | undefined;
  private readonly stops: (() => void)[];

  constructor(
    private readonly services: IntegrationServices,
    private readonly heard: Heard,
  ) {
    this.stops = [
      services.onSessionChanged(() => this.adjust()),
      services.onVisibilityChanged(() => this.visibility()),
    ];
    this.adjust();
  }

  end(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.stopHiding?.();
    this.stopHiding = undefined;
    this.leave();
  }

  private visibility(): void {
    this.stopHiding?.();
    this.stopHiding = undefined;
    if (!this.services.isVisible()) {
      this.stopHiding = this.services.later(HIDDEN_MS, () => this.leave());
      return;
    }
    const wasOpen = this.close !== undefined;
    this.adjust();
    // One that is opened anew tells by itself where things are.
    if (wasOpen && !this.isLive) this.heard.ask();
  }

  /** Opens or closes the stream as session and view want it. */
  private adjust(): void {
    const memberId = this.services.session()?.member.id;
    if (memberId !== this.memberId) this.leave();
    this.memberId = memberId;
    if (memberId !== undefined && this.services.isVisible()) this.open();
  }

  private open(): void {
    if (this.close) return;
    this.watchStaleness();
    this.close = this.services.watchChanges({
      onChange: (revision) => this.heard.changed(revision),
      onLive: (isLive) => {
        this.isLive = isLive;
        if (!isLive) return this.watchStaleness();
        this.stopStale?.();
        this.stopStale = undefined;
        this.heard.stale(false);
      },
      onEnd: () => this.refused(),
    });
  }

  private watchStaleness(): void {
    this.stopStale ??= this.services.later(STALE_MS, () => this.heard.stale(true));
  }

  private refused(): void {
    const whose = this.memberId;
    this.leave();
    // A session that only had to be renewed is good again afterwards.
    this.heard.refused().then(
      () => {
        if (whose === this.memberId) this.stopAgain = this.services.later(AGAIN_MS, () => this.adjust());
      },
      () => undefined,
    );
  }

  private leave(): void {
    for (const stop of [this.close, this.stopStale, this.stopAgain]) stop?.();
    this.close = this.stopStale = this.stopAgain = undefined;
    this.isLive = false;
  }
}
