import { TurnoverMap } from '@klinke/foundation'
import type { LocalDialog } from '@klinke/sip'
import type { Call, CallObserver } from '../call/call.ts'
import { ChangeFeeds } from '../change-feeds.ts'
import type { Calls, Placed } from '../exchange/calls.ts'
import type { CallFeed, DialogChange, DialogOwner } from '../feed/call-feed.ts'
import { dialogChange, ownerOf } from '../feed/dialog-change.ts'
import type { Leg } from '../leg/leg.ts'

function isOn({ state, givenUp }: Leg): boolean {
  return state !== 'ended' && givenUp !== true
}

/** All calls of this node, by tenant, and the feed of their states. */
export class CallsInProgress implements Calls, CallObserver {
  readonly #calls = new TurnoverMap<string, Call>()
  /** A tenant that has had a call keeps its table: there are as many as tenants. */
  readonly #byTenant = new Map<string, TurnoverMap<string, Call>>()
  /** Tenants that a call came to later: by its way, or with a party that was moved. Most calls have none. */
  readonly #later = new Map<Call, Set<string>>()
  readonly #feeds = new ChangeFeeds<DialogChange, DialogOwner>()

  get size(): number {
    return this.#calls.size
  }

  values(): IterableIterator<Call> {
    return this.#calls.values()
  }

  add(call: Call): void {
    this.#calls.set(call.id, call)
    this.#ofTenant(call.tenantId).set(call.id, call)
  }

  delete(call: Call): void {
    this.#calls.delete(call.id)
    for (const tenantId of [call.tenantId, ...(this.#later.get(call) ?? [])]) this.#byTenant.get(tenantId)?.delete(call.id)
    this.#later.delete(call)
  }

  entered(call: Call, tenantId: string): void {
    const own = this.#ofTenant(tenantId)
    // What is over is in no list, whoever comes.
    if (!this.#calls.has(call.id) || own.get(call.id) === call) return
    own.set(call.id, call)
    const later = this.#later.get(call)
    if (later === undefined) this.#later.set(call, new Set([tenantId]))
    else later.add(tenantId)
  }

  changed(call: Call, leg: Leg): void {
    const owner = ownerOf(leg)
    if (owner === undefined) return
    if (!this.#feeds.wanted(owner)) {
      // Who begins to read after this has seen how it stands.
      leg.told = undefined
      return
    }
    const change = dialogChange(call, leg, owner)
    const told = `${change.state} ${change.holds} ${change.callId} ${change.remote?.number}`
    if (leg.told === told) return
    leg.told = told
    this.#feeds.tell(change)
  }

  ofTenant(tenantId: string): readonly Call[] {
    return [...(this.#byTenant.get(tenantId)?.values() ?? [])]
  }

  ofExtension(tenantId: string, extensionId: string): readonly Placed[] {
    return this.ofTenant(tenantId).flatMap((call) =>
      call.legs.filter((leg) => leg.party.extensionId === extensionId && isOn(leg)).map((leg) => ({ call, leg })),
    )
  }

  find(callId: string): Call | undefined {
    return this.#calls.get(callId)
  }

  withDialog(tenantId: string, dialog: LocalDialog): Placed | undefined {
    for (const call of this.ofTenant(tenantId)) {
      const leg = call.legs.find((candidate) => candidate.party.tenantId === tenantId && candidate.is(dialog))
      if (leg !== undefined) return { call, leg }
    }
    return undefined
  }

  dialogs(tenantId?: string): DialogChange[] {
    const calls = tenantId === undefined ? [...this.#calls.values()] : this.ofTenant(tenantId)
    return calls.flatMap((call) => dialogsIn(call)).filter((dialog) => tenantId === undefined || dialog.tenantId === tenantId)
  }

  dialogsOf({ tenantId, extensionId }: DialogOwner): DialogChange[] {
    return this.ofTenant(tenantId).flatMap((call) => dialogsIn(call, extensionId))
  }

  changes(wants?: (owner: DialogOwner) => boolean): CallFeed {
    return this.#feeds.open(wants)
  }

  /** Ends the feeds. */
  close(): void {
    this.#feeds.close()
  }

  #ofTenant(tenantId: string): TurnoverMap<string, Call> {
    const known = this.#byTenant.get(tenantId)
    if (known !== undefined) return known
    const made = new TurnoverMap<string, Call>()
    this.#byTenant.set(tenantId, made)
    return made
  }
}

/** How the legs of a call stand that are extensions', or those of one extension. */
function dialogsIn(call: Call, extensionId?: string): DialogChange[] {
  return call.legs.flatMap((leg) => {
    const owner = ownerOf(leg)
    return owner === undefined || (extensionId !== undefined && owner.extensionId !== extensionId) ? [] : dialogChange(call, leg, owner)
  })
}
