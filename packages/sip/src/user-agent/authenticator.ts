import type { Random } from '@klinke/foundation'
import { DigestClient } from '../digest/digest-client.ts'
import type { SipResponse } from '../message/message.ts'
import type { Credentials, HeaderField } from './user-agent.ts'

/** Answers to 401 and 407 for one account in one dialog or request; costs nothing until somebody asks. */
export class Authenticator {
  readonly #credentials: Credentials | undefined
  readonly #random: Random
  #client: DigestClient | undefined

  constructor(credentials: Credentials | undefined, random: Random) {
    this.#credentials = credentials
    this.#random = random
  }

  /** Takes a challenge; false when it cannot be answered. */
  challenged(response: SipResponse): boolean {
    if (!this.#credentials) return false
    this.#client ??= new DigestClient(this.#credentials, this.#random)
    return this.#client.challenged(response)
  }

  /** Header fields that sign a request. */
  fields(method: string, uri: string): readonly HeaderField[] {
    return this.#client?.fields(method, uri) ?? []
  }

  accepted(): void {
    this.#client?.accepted()
  }
}
