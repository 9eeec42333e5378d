import type { Extension } from '@klinke/accounts'
import type { Calls } from '@klinke/calls'
import { BoundedMap, type Resource } from '@klinke/foundation'
import { changedKeys } from '@klinke/platform'
import { settingsOf } from '../call-settings/settings-of.ts'
import { extensionById } from '../calls/extension-targets.ts'
import type { PresenceState } from '../presence/pidf.ts'
import type { Phones } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { EventSink } from './sink.ts'

/** Extensions whose last state is remembered, so that the same is not told twice. */
const MAX_REMEMBERED = 100_000

export interface PresenceEventsParts {
  readonly directory: PbxDirectory
  readonly sink: EventSink
  readonly stateOf: (tenant: PbxSnapshot, extension: Extension) => PresenceState & { readonly ringing: boolean }
}

/** Tells everybody in a tenant who is there, where it rings, who talks, or wants no calls, whenever that changes. */
export class PresenceEvents {
  readonly #parts: PresenceEventsParts
  readonly #told = new BoundedMap<string, string>(MAX_REMEMBERED)

  constructor(parts: PresenceEventsParts) {
    this.#parts = parts
  }

  follow(calls: Pick<Calls, 'changes'>, phones: Pick<Phones, 'changes'>): Resource {
    const [talks, registrations] = [calls.changes(), phones.changes()]
    void (async () => {
      for await (const change of talks)
        if (change.kind === 'dialog' && change.state !== 'trying') this.look(change.tenantId, change.extensionId)
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
    const { basic, activities, note, ringing } = stateOf(tenant, extension)
    const data = { extensionId, number: extension.number, name: extension.name, basic, activities, note: note ?? null, ringing }
    const state = JSON.stringify(data)
    if (this.#told.get(extensionId) === state) return
    this.#told.set(extensionId, state)
    sink.tell({ topic: 'presence', type: 'presence.changed', tenantId, area: 'extensions', users: 'all', data })
  }

  /** A shared phone is also that of who is logged in there. */
  #registered(tenantId: string, extensionId: string): void {
    this.look(tenantId, extensionId)
    const user = this.#parts.directory.tenant(tenantId)?.hotDesking.phones.get(extensionId)
    if (user !== undefined) this.look(tenantId, user.extensionId)
  }
}
