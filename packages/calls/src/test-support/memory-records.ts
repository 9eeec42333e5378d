import type { CallAnswered, CallCharged, CallEnded, CallKey, CallRecords, CallStarted } from '../call-records.ts'

interface KeptCall {
  readonly started: CallStarted
  answered?: CallAnswered
  charged?: CallCharged
  ended?: CallEnded
}

/** Call records in memory, which hold the store's contract against call control: started once, ended once. */
export class MemoryRecords implements CallRecords {
  readonly calls: KeptCall[] = []
  readonly #byId = new Map<string, KeptCall>()
  readonly signsOfLife: { calls: readonly CallKey[]; atMs: number }[] = []

  started(call: CallStarted): void {
    if (this.#byId.has(call.id)) throw new Error(`started twice: ${call.id}`)
    const kept = { started: call }
    this.calls.push(kept)
    this.#byId.set(call.id, kept)
  }

  answered(call: CallAnswered): void {
    const record = this.#open(call)
    if (record.answered) throw new Error(`answered twice: ${call.id}`)
    record.answered = call
  }

  charged(call: CallCharged): void {
    const record = this.#open(call)
    if (!record.answered) throw new Error(`charged anew before the answer: ${call.id}`)
    record.charged = call
  }

  ended(call: CallEnded): void {
    this.#open(call).ended = call
  }

  alive(calls: readonly CallKey[], atMs: number): void {
    this.signsOfLife.push({ calls, atMs })
  }

  /** What began, in order. */
  get begun(): CallStarted[] {
    return this.calls.map(({ started }) => started)
  }

  /** What is over, in order of their start. */
  get over(): CallEnded[] {
    return this.calls.flatMap(({ ended }) => ended ?? [])
  }

  /** Causes of the calls that ended, in order of their start; `open` for the others. */
  get causes(): string[] {
    return this.calls.map(({ ended }) => ended?.cause ?? 'open')
  }

  /** Names of the decisions of the nth call. */
  steps(index = 0): string[] {
    return this.calls[index]?.ended?.route.map(({ step }) => step) ?? []
  }

  /** Forgets all calls. */
  clear(): void {
    this.calls.length = 0
    this.#byId.clear()
  }

  #open(key: CallKey): KeptCall {
    const record = this.#byId.get(key.id)
    if (!record) throw new Error(`not started: ${key.id}`)
    if (record.ended) throw new Error(`already ended: ${key.id}`)
    return record
  }
}
