import type { Leg } from '@klinke/calls'
import type { MediaSource } from '@klinke/rtp'
import type { PromptId } from '../prompts/catalogue.ts'
import type { Listener, Prompts } from '../prompts/prompts.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { isOwn } from './policy.ts'

/** What parties are told about a recording, each in its language. */
export class RecordingSpeech {
  readonly #prompts: Prompts
  readonly #directory: PbxDirectory

  constructor(prompts: Prompts, directory: PbxDirectory) {
    this.#prompts = prompts
    this.#directory = directory
  }

  /** Extensions hear their own PBX's language; parties outside those that the tenant has chosen for them. */
  source(ids: PromptId | readonly PromptId[], { party }: Pick<Leg, 'party'>, tenant: PbxSnapshot): MediaSource {
    return { kind: 'files', files: this.#listeners(party, tenant).flatMap((listener) => this.#prompts.files(ids, listener)), repeat: 1 }
  }

  #listeners(party: Leg['party'], tenant: PbxSnapshot): readonly Listener[] {
    if (isOwn(tenant.id, party)) return [{ tenant }]
    const other = party.tenantId === undefined ? undefined : this.#directory.tenant(party.tenantId)
    if (other !== undefined) return [{ tenant: other }]
    const { noticeLanguages } = tenant.recordings.policy
    return noticeLanguages.length === 0 ? [{ tenant }] : noticeLanguages.map((language) => ({ tenant, language }))
  }
}
