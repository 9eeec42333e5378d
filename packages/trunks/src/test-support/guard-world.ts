import type { GuardProfile } from '@klinke/accounts'
import type { PaperCall, PaperCaller } from '@klinke/testbed'
import { CostGuard, type CountedCall } from '../guard/cost-guard.ts'
import { type GuardRules, type GuardSettings, NO_GUARD_RULES, NO_SETTINGS } from '../guard/guard-rules.ts'
import { profilePrices } from '../guard/guarded-call.ts'
import type { GuardNotice } from '../guard/notice.ts'
import { carrier, TENANT, TestTrunks } from './test-trunks.ts'

/** A file that is never there: media on paper only notes its name. */
export const SAID = { kind: 'files', files: ['limit-reached.wav'], repeat: 1 } as const

/** One carrier, and the guard before it. It is ten o'clock in Berlin, on a Monday in winter. */
export class GuardWorld {
  readonly trunks: TestTrunks
  readonly guard: CostGuard
  readonly notices: GuardNotice[] = []
  rules: GuardRules = NO_GUARD_RULES
  open = true
  /** Whether notices are. */
  isKept = true

  constructor(profile: GuardProfile = {}, before: readonly CountedCall[] = [], extensions = TENANT.extensions) {
    const tenant = { ...TENANT, extensions, profile: { ...TENANT.profile, guard: profile } }
    const clock = {
      nowMs: () => this.trunks.clock.nowMs(),
      epochMs: () => this.trunks.clock.epochMs(),
      after: (delayMs: number, wake: () => void) => this.trunks.clock.after(delayMs, wake),
    }
    this.guard = new CostGuard({
      rulesOf: () => this.rules,
      isOpen: () => this.open,
      priceOf: profilePrices(),
      notify: (_tenantId, notice) => {
        this.notices.push(notice)
        return Promise.resolve(this.isKept)
      },
      limitAnnouncement: () => SAID,
      clock,
    })
    this.trunks = new TestTrunks([carrier('one')], tenant, {}, undefined, { guard: this.guard })
    this.guard.count(tenant, before)
  }

  set(settings: Partial<GuardSettings>): this {
    this.rules = { ...this.rules, settings: { ...NO_SETTINGS, ...settings } }
    return this
  }

  /** An extension calls, and somebody answers. */
  async talk(number: string, from = '10', call: PaperCall = {}): Promise<PaperCaller> {
    const caller = await this.trunks.dial(number, from, call)
    this.trunks.userAgent.called.at(-1)?.answer('answer')
    await this.trunks.clock.advance(0)
    return caller
  }

  /** Hangs up. */
  async end(caller: PaperCaller): Promise<void> {
    caller.session.hangUp()
    await this.trunks.clock.advance(0)
  }

  /** Step and German words of the last call that is over. */
  lastStep(name: string): string | undefined {
    return this.trunks.ended.at(-1)?.route.find(({ step }) => step === name)?.words?.de
  }

  kinds(): readonly string[] {
    return this.notices.map((notice) => notice.kind)
  }
}
