import { type Resource, silentLogger } from '@klinke/foundation'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { TestPbx, type TestTenant } from '../../test-support/test-pbx.ts'
import type { Completion, CompletionStore } from '../completion.ts'
import type { Completions } from '../completions.ts'
import { openCompletion } from '../slice.ts'

/** What would be in the database. */
export class PaperCompletions implements CompletionStore {
  readonly kept = new Map<string, Completion>()

  load(): Promise<readonly Completion[]> {
    return Promise.resolve([...this.kept.values()])
  }

  save(completion: Completion): Promise<void> {
    this.kept.set(completion.id, completion)
    return Promise.resolve()
  }

  remove({ id }: Completion): Promise<void> {
    this.kept.delete(id)
    return Promise.resolve()
  }
}

/** A PBX of the extensions 10 to 19, with call completion over a store on paper. */
export class CompletionWorld {
  readonly pbx: TestPbx
  readonly completions: Completions
  readonly work: Resource

  /** `store` of an earlier world: this one is what a restart makes of it. */
  constructor(profile: TestTenant['profile'] = {}, store = new PaperCompletions(), packages: TestTenant['packages'] = {}) {
    const { completions, ...slice } = openCompletion({ store, clock: { epochMs: () => this.pbx.clock.epochMs() }, logger: silentLogger })
    const extensions = Array.from({ length: 10 }, (_, index) => String(10 + index))
    const tenant = { id: 'acme', extensions, numbers: { '+4922155500': '10', '+4922155511': '11' }, profile: { ...profile }, packages }
    this.pbx = new TestPbx([tenant], { instead: { callCompletion: slice } })
    this.completions = completions
    this.work = this.pbx.begin()
  }

  /** An extension dials a code and hears what it says. */
  async code(from: string, code: string): Promise<PaperCaller> {
    const before = this.pbx.announced.length
    const caller = await this.pbx.dialAndListen('acme', from, code)
    this.#said = this.pbx.announced.slice(before)
    return caller
  }

  /** What was said to who dialled the last code. */
  get said(): readonly string[] {
    return this.#said
  }

  #said: readonly string[] = []

  /** `from` calls `to`, whose phone answers with that; both are in a call after 200. */
  async call(from: string, to: string, status: number): Promise<{ readonly caller: PaperCaller; readonly phone: PaperPhone }> {
    const caller = await this.pbx.dial('acme', from, to)
    const phone = this.pbx.phone()
    if (status === 200) phone.answer('answer')
    else phone.refuse(status)
    await this.pbx.clock.advance(0)
    return { caller, phone }
  }

  /** Whose phones were rung since `index`, in order. */
  rungSince(index: number): readonly string[] {
    return this.pbx.phones.slice(index).map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1] ?? '')
  }

  async pass(seconds: number): Promise<void> {
    await this.pbx.clock.advance(seconds * 1000)
  }

  /** The phone that rings answers. */
  async answer(): Promise<PaperPhone> {
    const phone = this.pbx.phone()
    phone.answer('answer')
    await this.pbx.clock.advance(0)
    return phone
  }

  /** The phone that rings refuses. */
  async refuse(status: number): Promise<void> {
    this.pbx.phone().refuse(status)
    await this.pbx.clock.advance(0)
  }
}
