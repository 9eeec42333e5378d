import { type Call, type Leg, type Outcome, refused, type TalkObserver, talked } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { RecordingSpeech } from '../recordings/speech.ts'
import { CallSupervision } from './call-supervision.ts'
import { maySupervise, type SupervisionMode } from './rules.ts'
import { modeOfKey, type Supervisor } from './supervisor.ts'
import { ToldParties } from './tell-parties.ts'

/** What it takes to find a conversation and to listen to it. */
export type SupervisionContext = Pick<CallContext, 'tenant' | 'exchange' | 'pbx'>

/** A conversation of an extension. */
export interface Supervisable {
  readonly call: Call
  readonly agent: Leg
}

/** Why nobody can listen. */
export type Obstacle = 'not-talking' | 'not-allowed' | 'full'

export interface Wanted {
  readonly supervisorId: string
  readonly agentId: string
  /** Only in that call; absent: wherever it talks. */
  readonly in?: Call
}

/** All supervised calls of this node. */
export class Supervisions implements TalkObserver {
  readonly #speech: RecordingSpeech
  readonly #told = new ToldParties()
  readonly #byCall = new Map<Call, CallSupervision>()

  constructor(speech: RecordingSpeech) {
    this.#speech = speech
  }

  began(call: Call, talk: Parameters<TalkObserver['began']>[1]): void {
    this.#byCall.get(call)?.began(talk)
  }

  /** Who sits in a round of three is not listened to meanwhile. */
  gathered(): void {
    // Nobody is seated there: supervisors wait for a conversation of two.
  }

  of(call: Call): CallSupervision | undefined {
    return this.#byCall.get(call)
  }

  /** The conversation of an extension that the supervisor may hear; one that is not held before others. Never an emergency call (EMG-01). */
  find(wanted: Wanted, { tenant, exchange, pbx }: SupervisionContext): Supervisable | Obstacle {
    const placed = exchange.calls.ofExtension(tenant.id, wanted.agentId)
    const talking = placed.filter(({ call, leg }) => {
      const isWanted = (wanted.in === undefined || wanted.in === call) && !call.legs.some((own) => isOf(own, wanted, tenant.id))
      return isWanted && call.anchored && !call.emergency && !call.carriesFax && call.bridge?.joins(leg) === true
    })
    const mine = talking.filter(({ call, leg }) => {
      const through = pbx.recorder?.throughOf(call)
      const talk = { extensionId: wanted.agentId, wasCalled: leg.role === 'called', through }
      return maySupervise(tenant.supervision, wanted.supervisorId, talk)
    })
    const found = mine.find(({ call }) => call.bridge?.held === false) ?? mine[0]
    if (found === undefined)
      return tenant.supervision.supervisors.has(wanted.supervisorId) && talking.length === 0 ? 'not-talking' : 'not-allowed'
    return this.#byCall.get(found.call)?.full === true ? 'full' : { call: found.call, agent: found.leg }
  }

  /** The principal of `own`, which is answered, is taken beside those who talk, whom `find` has just found. */
  enter(own: Call, { call, agent }: Supervisable, mode: SupervisionMode, { tenant, exchange, pbx }: SupervisionContext): Outcome {
    const { journal, principal: leg } = own
    const { extensionId } = leg.party
    if (extensionId === undefined) return refused('forbidden', 403)
    const why = exchange.takeOver(leg, own, call)
    if (why !== undefined) {
      own.note('supervision-refused', why)
      return talked('hung-up-by-called')
    }
    const supervision = this.#begin(call, pbx)
    const supervisor: Supervisor = {
      ...{ leg, agent, tenant, extensionId, mode, held: false, sinceMs: call.clock.epochMs() },
      note: (step, detail) => journal.note(step, detail),
      stopKeys: leg.digits.listen((digit) => {
        const wanted = modeOfKey(digit)
        if (wanted !== undefined) supervision.change(supervisor, wanted)
      }),
    }
    supervision.enter(supervisor)
    return talked('hung-up-by-caller')
  }

  #begin(call: Call, { recorder }: SupervisionContext['pbx']): CallSupervision {
    const known = this.#byCall.get(call)
    if (known !== undefined) return known
    const made = new CallSupervision({
      ...{ call, told: this.#told, speech: this.#speech },
      quiet: (of) => recorder?.quiet(of) ?? Promise.resolve(),
      over: () => {
        if (this.#byCall.get(call) === made) this.#byCall.delete(call)
      },
    })
    this.#byCall.set(call, made)
    if (call.bridge !== undefined) made.began(call.bridge)
    return made
  }
}

/** The supervisor itself takes part already. */
function isOf({ party }: Leg, { supervisorId }: Wanted, tenantId: string): boolean {
  return party.tenantId === tenantId && party.extensionId === supervisorId
}
