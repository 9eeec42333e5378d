/** One order has one challenge per name; more than these are left over from orders that came to nothing. */
const MAX_ANSWERS = 16

/** What the authority finds below `/.well-known/acme-challenge/` (RFC 8555 §8.3). */
export class ChallengeAnswers {
  readonly #answers = new Map<string, string>()

  /** From now on the challenge with this token is answered, until `using` ends. */
  give(token: string, keyAuthorization: string): Disposable {
    const [oldest] = this.#answers.keys()
    if (oldest !== undefined && this.#answers.size >= MAX_ANSWERS) this.#answers.delete(oldest)
    this.#answers.set(token, keyAuthorization)
    return { [Symbol.dispose]: () => void this.#answers.delete(token) }
  }

  to(token: string): string | undefined {
    return this.#answers.get(token)
  }
}
