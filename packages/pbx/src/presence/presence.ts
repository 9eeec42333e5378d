import type { Extension } from '@klinke/accounts'
import { addressOfRecord, type Calls, type DialogChange, type Registration } from '@klinke/calls'
import type { Resource } from '@klinke/foundation'
import { settingsOf } from '../call-settings/settings-of.ts'
import { type WatchedEntity, type Watching, watchService } from '../events/watch-service.ts'
import type { EventService, Phones } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { type PresenceState, presenceDocument } from './pidf.ts'
import { type PublishedPresence, presenceOf } from './state.ts'
import { WatchedPresence, Watcher } from './watcher.ts'

/** Of all phones of one extension: a list of colleagues on each. */
export const MAX_WATCHED = 500

const LIMITS = { event: 'presence', defaultExpiresSeconds: 3600, minExpiresSeconds: 60, maxExpiresSeconds: 86_400 } as const

type WatchedCalls = Pick<Calls, 'changes' | 'dialogs' | 'dialogsOf'>

/** Tells phones who of their tenant is there, on the phone, or wants no calls (RFC 3856). */
export class Presence {
  readonly #directory: PbxDirectory
  readonly #published: (entity: WatchedEntity) => PublishedPresence | undefined
  /** Who is watched, by extension id. */
  readonly #watched = new Map<string, WatchedPresence>()
  #calls: WatchedCalls | undefined
  #lookup: Phones['lookup'] = () => []

  constructor(directory: PbxDirectory, published: (entity: WatchedEntity) => PublishedPresence | undefined = () => undefined) {
    this.#directory = directory
    this.#published = published
  }

  /** The event package that phones subscribe to. */
  service(): Omit<EventService, 'published'> {
    const watch = (entity: WatchedEntity): Watching => this.#watch(entity)
    return watchService({ ...LIMITS, whose: 'the tenant', maxPerExtension: MAX_WATCHED, watch }, this.#directory)
  }

  /** Tells what happens from now on. */
  follow(calls: WatchedCalls, phones: Pick<Phones, 'lookup' | 'changes'>): Resource {
    this.#calls = calls
    this.#lookup = phones.lookup
    const [talks, registrations] = [calls.changes(({ extensionId }) => this.#watched.has(extensionId)), phones.changes()]
    void (async () => {
      for await (const change of talks) this.#called(change.kind === 'missed' ? undefined : change)
    })()
    void (async () => {
      for await (const change of registrations) {
        if (change.kind === 'missed') this.#allChanged()
        else if (change.kind !== 'refreshed') this.#registered(change.registration)
      }
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
    if (now?.callSettings === before?.callSettings && now?.hotDesking === before?.hotDesking) return
    const tenantId = now?.id ?? before?.id
    for (const watched of this.#watched.values()) if (watched.entity.tenantId === tenantId) watched.changed()
  }

  /** How extensions stand, whether anybody watches them or not: for lists. */
  statesOf(
    tenant: PbxSnapshot,
    extensions: readonly Extension[],
  ): readonly { readonly extension: Extension; readonly state: PresenceState; readonly ringing: boolean }[] {
    const dialogs = this.#calls?.dialogs(tenant.id) ?? []
    const talking = new Set(dialogs.flatMap((each) => (each.state === 'confirmed' ? each.extensionId : [])))
    const ringing = new Set(dialogs.flatMap((each) => (rings(each) ? each.extensionId : [])))
    const domain = tenant.sipDomain.toLowerCase()
    return extensions.map((extension) => {
      const entity = { tenantId: tenant.id, extensionId: extension.id, number: extension.number, domain }
      return { extension, state: this.#stateOf(entity, talking.has(extension.id), tenant), ringing: ringing.has(extension.id) }
    })
  }

  /** How one extension stands that talks, or does not. */
  stateOf(tenant: PbxSnapshot, { id: extensionId, number }: Extension, talking: boolean): PresenceState {
    return this.#stateOf({ tenantId: tenant.id, extensionId, number, domain: tenant.sipDomain.toLowerCase() }, talking, tenant)
  }

  /** Something about this extension has changed. */
  changed(extensionId: string): void {
    this.#watched.get(extensionId)?.changed()
  }

  #watch(entity: WatchedEntity): Watching {
    const { extensionId } = entity
    const watched = this.#watched.get(extensionId) ?? this.#begin(entity)
    const watcher = new Watcher(
      () => this.#documentOf(watched),
      () => {
        watched.watchers.delete(watcher)
        if (watched.watchers.size === 0) this.#watched.delete(extensionId)
      },
    )
    watched.watchers.add(watcher)
    return watcher
  }

  #begin(entity: WatchedEntity): WatchedPresence {
    const watched = new WatchedPresence(entity)
    watched.stands(this.#calls?.dialogsOf(entity) ?? [])
    this.#watched.set(entity.extensionId, watched)
    return watched
  }

  #documentOf({ entity, isTalking }: WatchedPresence): string {
    return presenceDocument(entity, this.#stateOf(entity, isTalking, this.#directory.tenant(entity.tenantId)))
  }

  #stateOf(entity: WatchedEntity, talking: boolean, tenant: PbxSnapshot | undefined): PresenceState {
    const { extensionId, number, domain } = entity
    return presenceOf({
      registered: this.#lookup(addressOfRecord({ extensionNumber: number, domain })).length > 0,
      talking,
      doNotDisturb: tenant !== undefined && settingsOf(tenant, extensionId).doNotDisturb,
      language: tenant?.profile.language ?? 'de',
      published: this.#published(entity),
    })
  }

  /** `undefined`: changes were lost, so everything is looked at again. */
  #called(change: DialogChange | undefined): void {
    if (change !== undefined) {
      this.#watched.get(change.extensionId)?.talks(change)
      return
    }
    for (const watched of this.#watched.values()) watched.stands(this.#calls?.dialogsOf(watched.entity) ?? [])
    this.#allChanged()
  }

  /** A shared phone is also that of who is logged in there. */
  #registered({ tenantId, extensionId }: Registration): void {
    this.changed(extensionId)
    const user = this.#directory.tenant(tenantId)?.hotDesking.phones.get(extensionId)
    if (user !== undefined) this.changed(user.extensionId)
  }

  #allChanged(): void {
    for (const watched of this.#watched.values()) watched.changed()
  }
}

function rings({ state, direction }: DialogChange): boolean {
  return state === 'early' && direction === 'recipient'
}
