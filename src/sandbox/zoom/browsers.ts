/**
 * Signed-in browsers: the cookie, who is signed in behind it, and the tokens that forms carry against forged posts.
 *
 * A form's token is an HMAC of the cookie's secret, so a page of another site, which cannot read the cookie, cannot make
 * one. Signing in gives the browser a new secret.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from './people';
import { hashOf, type Store } from './store';

/** Cookies do not know ports: the name must differ from those of the product's other local processes. */
const COOKIE = 'sandbox_zoom_browser';

/** One browser at one request. */
export interface Browser {
  person: Person | undefined;
  /** To be put into every form. */
  formToken: string;
  /** True when a form's token is this browser's. */
  sent(formToken: unknown): boolean;
}

export class Browsers {
  private readonly secret = randomBytes(32);

  constructor(
    private readonly store: Store,
    private readonly secure: boolean,
  ) {}

  /** The browser that sent a request; one without cookie is given one. */
  open(request: FastifyRequest, reply: FastifyReply): Browser {
    const known = this.cookieOf(request);
    const id = known ?? this.give(reply);
    const personId = this.store.browsers.get(hashOf(id))?.personId ?? undefined;
    const formToken = createHmac('sha256', this.secret).update(id).digest('base64url');
    return {
      person: personId === undefined ? undefined : this.store.people.get(personId),
      formToken,
      sent(token) {
        if (typeof token !== 'string' || token.length !== formToken.length) return false;
        return timingSafeEqual(Buffer.from(token), Buffer.from(formToken));
      },
    };
  }

  signIn(request: FastifyRequest, reply: FastifyReply, person: Person): void {
    this.forget(request);
    this.store.browsers.put({ id: hashOf(this.give(reply)), personId: person.id });
  }

  signOut(request: FastifyRequest, reply: FastifyReply): void {
    this.forget(request);
    this.give(reply);
  }

  private forget(request: FastifyRequest): void {
    const id = this.cookieOf(request);
    if (id !== undefined) this.store.browsers.delete(hashOf(id));
  }

  private cookieOf(request: FastifyRequest): string | undefined {
    const cookies = request.headers.cookie?.split(';').map((cookie) => cookie.trim()) ?? [];
    return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  }

  private give(reply: FastifyReply): string {
    const id = randomBytes(32).toString('base64url');
    const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${this.secure ? '; Secure' : ''}`;
    reply.header('Set-Cookie', `${COOKIE}=${id}; ${flags}`);
    return id;
  }
}
