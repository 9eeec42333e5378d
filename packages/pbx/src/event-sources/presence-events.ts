import type { Extension } from '@klinke/accounts'
import type { Calls, DialogChange } from '@klinke/calls'
import { BoundedMap, type Resource } from '@klinke/foundation'
import { changedKeys } from '@klinke/platform'
import { settingsOf } from '../call-settings/settings-of.ts'
import { extensionById } from '../calls/extension-targets.ts'
import { type Engagement, Engagements } from '../presence/engagements.ts'
import type { PresenceState } from '../presence/pidf.ts'
import type { Phones } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { EventSink } from './sink.ts'

/** Extensions whose last state is remembered, so that the same is not told twice. */
const MAX_REMEMBERED = 100_000

export interface PresenceEventsParts {
  readonly directory: PbxDirectory
  readonly sink: EventSink
  /** What is known of an extension of which only that is known of its calls. */
  readonly stateOf: (tenant: PbxSnapshot, extension: Extension, engagement: Engagement) => PresenceState
}

/** Tells everybody in a tenant who is there, where it rings, who talks, or wants no calls, whenever that changes. */
export class PresenceEvents {
  readonly #parts: PresenceEventsParts
  readonly #told = new BoundedMap<string, string>(MAX_REMEMBERED)
  readonly #engagements = new Engagements()

  constructor(parts: PresenceEventsParts) {
    this.#parts = parts
  }

  follow(calls: Pick<Calls, 'changes' | 'dialogs'>, phones: Pick<Phones, 'changes'>): Resource {
    const [talks, registrations] = [calls.changes(), phones.changes()]
    this.#engagements.stand(calls.dialogs())
    void (async () => {
      for await (const change of talks) {
        if (change.kind === 'missed') this.#engagements.stand(calls.dialogs())
        else this.#called(change)
      }
    })()
    void (async () => {
      for await (const change of registrations)
        if (change.kind === 'added' || change.kind === 'removed')
          this.#registered(change.registration.tenantId, change.registration.extensionId)
    })()
    return {
      close: () => {
        talks.close()
        registrations.close()
      },
    }
  }

  /** Do not disturb, or who sits at which phone, may be another. */
  replaced(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    if (now === undefined || before === undefined) return
    for (const id of changedKeys(now.callSettings.extensions, before.callSettings.extensions))
      if (settingsOf(now, id).doNotDisturb !== settingsOf(before, id).doNotDisturb) this.look(now.id, id)
    const users = [...now.hotDesking.phones.values(), ...before.hotDesking.phones.values()]
    if (now.hotDesking !== before.hotDesking) for (const user of users) if (user !== undefined) this.look(now.id, user.extensionId)
  }

  /** The state of this extension may be another: it is told if it is. */
  look(tenantId: string, extensionId: string): void {
    const { directory, stateOf, sink } = this.#parts
    const tenant = directory.tenant(tenantId)
    const extension = tenant && extensionById(tenant, extensionId)
    if (tenant === undefined || extension === undefined) return
    const engagement = this.#engagements.of(extensionId)
    const { basic, activities, note } = stateOf(tenant, extension, engagement)
    const { ringing } = engagement
    const data = { extensionId, number: extension.number, name: extension.name, basic, activities, note: note ?? null, ringing }
    const state = JSON.stringify(data)
    if (this.#told.get(extensionId) === state) return
    this.#told.set(extensionId, state)
    sink.tell({ topic: 'presence', type: 'presence.changed', tenantId, area: 'extensions', users: 'all', data })
  }

  #called(change: DialogChange): void {
    this.#engagements.changed(change)
    if (change.state !== 'trying') this.look(change.tenantId, change.extensionId)
  }

  /** A shared phone is also that of who is logged in there. */
  #registered(tenantId: string, extensionId: string): void {
    this.look(tenantId, extensionId)
    const user = this.#parts.directory.tenant(tenantId)?.hotDesking.phones.get(extensionId)
    if (user !== undefined) this.look(tenantId, user.extensionId)
  }
}
