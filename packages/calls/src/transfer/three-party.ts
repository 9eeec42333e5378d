import type { MixingRoom } from '@klinke/rtp'
import type { Round } from '../bridge/talk.ts'
import type { Call, Gathering } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Next } from './converse.ts'

/** Three parties of a call hear each other, until one leaves; the other two talk on. */
export async function threeParty(call: Call, ...parties: readonly [Leg, Leg, Leg]): Promise<Next> {
  call.note('three-party', parties.map(({ party }) => party.number).join(', '))
  call.parties.detachPrincipal()
  const room = call.media.room({ clockRateHz: 16_000, maxMembers: parties.length + 1 })
  const table = new Table(parties, room)
  call.gathering = table
  try {
    for (const { endpoint } of parties) await room.join(endpoint)
    if (!call.emergency) call.talks?.gathered(call, table)
    await call.scope.race(table.broken)
  } finally {
    call.gathering = undefined
    table.over = true
    room.close()
  }
  const [first, second] = table.legs.filter((leg) => call.parties.isThere(leg))
  if (first === undefined || second === undefined) return talked('hung-up-by-caller')
  call.parties.lead(first)
  call.parties.releaseEnded()
  return { kind: 'talk-on', to: second }
}

/** Who sits together. Somebody else may take a seat; the first who goes otherwise breaks it up. */
class Table implements Gathering, Round {
  readonly legs: Leg[]
  readonly room: MixingRoom
  over = false
  readonly #changed: (() => void)[] = []
  readonly #broken = Promise.withResolvers<void>()

  constructor(legs: readonly Leg[], room: MixingRoom) {
    this.legs = [...legs]
    this.room = room
    for (const leg of legs) this.#watch(leg)
  }

  get broken(): Promise<void> {
    return this.#broken.promise
  }

  onChange(listener: () => void): void {
    this.#changed.push(listener)
  }

  has(leg: Leg): boolean {
    return this.legs.includes(leg)
  }

  replace(old: Leg, leg: Leg): void {
    this.legs[this.legs.indexOf(old)] = leg
    this.room.leave(old.endpoint)
    for (const tell of this.#changed) tell()
    this.#watch(leg)
    unattended(this.#seat(leg))
  }

  holds(leg: Leg, holding: boolean): void {
    if (this.has(leg)) this.room.change(leg.endpoint, { muted: holding })
  }

  async #seat(leg: Leg): Promise<void> {
    await leg.arrival
    if (this.has(leg)) await this.room.join(leg.endpoint)
  }

  #watch(leg: Leg): void {
    void leg.dialog?.ended.then(() => this.has(leg) && this.#broken.resolve())
  }
}
