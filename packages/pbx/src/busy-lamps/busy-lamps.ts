import type { Calls, DialogChange, DialogOwner } from '@klinke/calls'
import type { Resource } from '@klinke/foundation'
import { type WatchedEntity, type WatchedTenants, type Watching, type WatchOther, watchService } from '../events/watch-service.ts'
import type { EventService } from '../slices/slice.ts'
import { Lamp, WatchedExtension } from './lamp.ts'

/** Lamps of all phones of one extension: several phones with some expansion modules each. */
export const MAX_LAMPS = 500

const HOUR_SECONDS = 3600
const LIMITS = { event: 'dialog', defaultExpiresSeconds: HOUR_SECONDS, minExpiresSeconds: 60, maxExpiresSeconds: HOUR_SECONDS } as const

type WatchedCalls = Pick<Calls, 'changes' | 'dialogsOf'>

/** Tells phones when extensions of their tenant ring, talk and are free (RFC 4235). */
export class BusyLamps {
  /** Extensions with lamps, by id. Of the calls of all others nothing is kept: most calls light no lamp. */
  readonly #watched = new Map<string, WatchedExtension>()
  #calls: WatchedCalls | undefined

  /** The event package that phones subscribe to; `other`: lamps that are no extension's. */
  service(tenants: WatchedTenants, other?: WatchOther): EventService {
    const watch = (entity: WatchedEntity): Watching => this.#light(entity)
    return watchService(
      { ...LIMITS, whose: 'the tenant', maxPerExtension: MAX_LAMPS, watch, ...(other !== undefined && { other }) },
      tenants,
    )
  }

  /** Tells what happens in `calls` from now on. */
  follow(calls: WatchedCalls): Resource {
    this.#calls = calls
    const feed = calls.changes(({ extensionId }) => this.#watched.has(extensionId))
    void (async () => {
      for await (const change of feed) {
        if (change.kind === 'missed') this.#lookAgain()
        else this.#tell(change)
      }
    })()
    return feed
  }

  #light(entity: WatchedEntity): Watching {
    const watched = this.#watch(entity)
    const lamp = new Lamp(watched, entity, () => {
      if (watched.lamps.size === 0) this.#watched.delete(entity.extensionId)
    })
    watched.lamps.add(lamp)
    return lamp
  }

  /** Changes were lost: everybody is told everything. */
  #lookAgain(): void {
    for (const watched of this.#watched.values()) {
      watched.stands(this.#dialogsOf(watched.owner))
      for (const lamp of watched.lamps) lamp.refresh()
    }
  }

  #tell(change: DialogChange): void {
    if (lights(change)) this.#watched.get(change.extensionId)?.changed(change)
  }

  #watch(of: DialogOwner): WatchedExtension {
    const known = this.#watched.get(of.extensionId)
    if (known !== undefined) return known
    const made = new WatchedExtension(of)
    made.stands(this.#dialogsOf(of))
    this.#watched.set(of.extensionId, made)
    return made
  }

  #dialogsOf(owner: DialogOwner): readonly DialogChange[] {
    const dialogs = this.#calls?.dialogsOf(owner) ?? []
    return dialogs.filter((dialog) => dialog.state !== 'terminated' && lights(dialog))
  }
}

/** A phone that has not said that it rings changes no lamp. */
function lights({ state, direction }: DialogChange): boolean {
  return state !== 'trying' || direction !== 'recipient'
}
