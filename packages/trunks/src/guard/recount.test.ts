import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GuardLimits } from '@klinke/accounts'
import { below, type Random, seededRandom } from '@klinke/foundation'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { GuardWorld, SAID } from '../test-support/guard-world.ts'
import { TENANT } from '../test-support/test-trunks.ts'
import { calendarDay } from './calendar-day.ts'
import { amountOf, isPerExtension, MEASURES, type Measure } from './limits.ts'
import { onceKey } from './notice.ts'

const EXTENSIONS = new Map(
  Array.from({ length: 12 }, (_, index) => String(10 + index)).map((number) => [
    number,
    { id: `acme-${number}`, number, name: number, sipUsername: number, ha1: { md5: '', sha256: '' }, outgoingNumber: undefined },
  ]),
)
const PRICES = { '+4315123456': 1_800, '+33142345678': 700 }
const NUMBERS = ['+49302312500', '+498001234567', ...Object.keys(PRICES)]
const LIMITS: readonly GuardLimits[] = [
  { minutesPerDay: 40, minutesPerExtensionPerDay: 5 },
  { microsPerDay: 2_000_000, microsPerExtensionPerDay: 200_000 },
  { minutesPerDay: 70, microsPerExtensionPerDay: 300_000, offHoursMinutes: 10 },
  { minutesPerExtensionPerDay: 3, offHoursMinutes: 5 },
]
const PROFILE = { prices: Object.entries(PRICES).map(([prefix, microsPerSecond]) => ({ prefix, microsPerSecond })) }
const STEPS = 250
/** Ten minutes before midnight in Berlin; the clock stands at ten in the morning. */
const EVENING_MS = (13 * 60 + 50) * 60_000

interface Talk {
  readonly caller: PaperCaller
  readonly phone: PaperPhone
  readonly number: string
  readonly extensionId: string
  readonly isOffHours: boolean
  readonly session: GuardWorld['trunks']['media']['sessions'][number] | undefined
  answeredAtMs?: number
  endedAtMs?: number
}

/** Calls by chance, and a count of them that keeps nothing: for each question it adds up all calls there were. */
class Recount {
  readonly #world = new GuardWorld(PROFILE, [], new Map([...TENANT.extensions, ...EXTENSIONS]))
  readonly #random: Random
  readonly #talks: Talk[] = []
  readonly #told = new Set<string>()
  /** Once told a call is to end, whatever is changed then. */
  readonly #ending = new Set<Talk>()
  #limits: GuardLimits = {}
  #isLifted = false
  /** What has come about, so that no seed passes because nothing happened. */
  readonly seen = { refused: 0, ended: 0, let: 0 }

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  async run(): Promise<void> {
    await this.#world.trunks.clock.advance(EVENING_MS)
    this.#rule()
    for (let step = 0; step < STEPS; step++) {
      await this.#step()
      this.#check()
    }
  }

  #one<T>(of: readonly T[]): T | undefined {
    return of[below(this.#random, of.length)]
  }

  async #step(): Promise<void> {
    const chance = below(this.#random, 100)
    for (const talk of this.#talks) if (talk.answeredAtMs === undefined) this.#answer(talk)
    await this.#world.trunks.clock.advance(0)
    this.#endUnheard()
    if (chance < 45) await this.#dial()
    else if (chance < 65) this.#hangUp(this.#one(this.#talks.filter(({ endedAtMs }) => endedAtMs === undefined)))
    else if (chance < 70) this.#rule()
    else for (const talk of this.#talks) if (this.#isTold(talk)) this.#hangUp(talk)
    await this.#world.trunks.clock.advance(chance % 3 === 0 ? 0 : below(this.#random, 12_000))
  }

  #rule(): void {
    this.#limits = this.#one(LIMITS) ?? {}
    this.#isLifted = below(this.#random, 8) === 0
    this.#world.open = below(this.#random, 2) === 0
    this.#world.set({ limits: this.#limits, businessHours: 'hours' })
    this.#world.rules = { ...this.#world.rules, lifted: new Set(this.#isLifted ? ['2026-01-05', '2026-01-06'] : []) }
    this.#world.guard.changed('acme')
  }

  async #dial(): Promise<void> {
    const { trunks, open } = this.#world
    const [number = '', extension] = [this.#one(NUMBERS), this.#one([...EXTENSIONS.values()])]
    if (extension === undefined) return
    const caller = await trunks.dial(number, extension.number)
    await trunks.clock.advance(0)
    const [phone, session] = [trunks.userAgent.called.at(-1), trunks.media.sessions.at(-1)]
    const talk = { number, extensionId: extension.id, isOffHours: !open }
    const isRefused = this.#isBeyond(talk)
    assert.equal(caller.final, isRefused ? 403 : undefined)
    this.seen[isRefused ? 'refused' : 'let']++
    if (isRefused || phone === undefined) return
    phone.ring()
    this.#talks.push({ ...talk, caller, phone, session })
  }

  #answer(talk: Talk): void {
    talk.phone.answer('answer')
    talk.answeredAtMs = this.#nowMs()
  }

  /** Who is answered beyond the limit hears nothing: there is no media yet. */
  #endUnheard(): void {
    for (const talk of this.#talks) {
      if (talk.endedAtMs !== undefined || talk.session?.closed !== true) continue
      assert.ok(this.#isBeyond(talk) && talk.answeredAtMs === this.#nowMs())
      talk.endedAtMs = this.#nowMs()
      this.seen.ended++
    }
  }

  #hangUp(talk: Talk | undefined): void {
    if (talk?.answeredAtMs === undefined || talk.endedAtMs !== undefined) return
    if (this.#isTold(talk)) this.seen.ended++
    talk.caller.session.hangUp()
    talk.endedAtMs = this.#nowMs()
  }

  #nowMs(): number {
    return this.#world.trunks.clock.epochMs()
  }

  /** It hears that it ends. */
  #isTold({ session }: Talk): boolean {
    return session?.playbacks.at(-1)?.source === SAID
  }

  /** In thousandths, as milliseconds have passed. */
  #used(measure: Measure, extensionId: string): number {
    const { startMs } = calendarDay(this.#nowMs(), 'Europe/Berlin')
    let used = 0
    for (const talk of this.#talks) {
      if (talk.answeredAtMs === undefined || (isPerExtension(measure) && talk.extensionId !== extensionId)) continue
      used += rateOf(talk, measure) * Math.max(0, (talk.endedAtMs ?? this.#nowMs()) - Math.max(startMs, talk.answeredAtMs))
    }
    return used
  }

  #isReached(measure: Measure, extensionId: string, percent: number): boolean {
    const limit = this.#limits[measure]
    return limit !== undefined && !this.#isLifted && this.#used(measure, extensionId) >= amountOf(measure, limit) * percent * 10
  }

  #isBeyond(talk: Pick<Talk, 'number' | 'extensionId' | 'isOffHours'>): boolean {
    return MEASURES.some((measure) => rateOf(talk, measure) > 0 && this.#isReached(measure, talk.extensionId, 100))
  }

  /** What the guard has told until now, and whom it has told to end. */
  #check(): void {
    const { date } = calendarDay(this.#nowMs(), 'Europe/Berlin')
    for (const [kind, percent] of [
      ['limit-warning', 80],
      ['limit-reached', 100],
    ] as const)
      for (const measure of MEASURES)
        for (const { id, number } of EXTENSIONS.values()) {
          if (!this.#isReached(measure, id, percent)) continue
          const extension = isPerExtension(measure) ? { id, number } : undefined
          this.#told.add(onceKey({ kind, date, measure, limit: this.#limits[measure] ?? 0, extension }))
        }
    const told = this.#world.notices.map(onceKey)
    assert.deepEqual(told.toSorted(), [...this.#told].toSorted())
    for (const talk of this.#talks) {
      if (talk.answeredAtMs === undefined || talk.endedAtMs !== undefined) continue
      if (this.#isBeyond(talk)) this.#ending.add(talk)
      assert.equal(this.#isTold(talk), this.#ending.has(talk))
    }
  }
}

function rateOf({ number, isOffHours }: Pick<Talk, 'number' | 'isOffHours'>, measure: Measure): number {
  if (number.startsWith('+49800')) return 0
  const isInternational = !number.startsWith('+49')
  if (measure === 'offHoursMinutes') return isInternational && isOffHours ? 1 : 0
  if (measure === 'minutesPerDay' || measure === 'minutesPerExtensionPerDay') return 1
  return Object.entries(PRICES).find(([prefix]) => prefix === number)?.[1] ?? 0
}

for (const seed of [1, 4]) {
  test(`FRD-05: over midnight and changes of rules the guard decides as a count of all calls from the start does (seed ${seed})`, async () => {
    const recount = new Recount(seed)
    await recount.run()
    const { refused, ended, let: allowed } = recount.seen
    assert.ok(Math.min(refused, ended) >= 5 && allowed >= 20, JSON.stringify(recount.seen))
  })
}
