import { Buffer } from 'node:buffer'
import type { Clock } from '@klinke/foundation'
import type { Flow } from '../transport/transport.ts'

/** One message as it passed. It is kept as octets; nobody reads it until it is asked for. */
export interface TracedMessage {
  readonly atMs: number
  readonly direction: 'received' | 'sent'
  readonly flow: Flow
  readonly bytes: Uint8Array
}

export interface TraceLimits {
  /** Octets of all messages together; the dialogs that began first are forgotten first. */
  readonly bytes: number
  /** How long a dialog is remembered after its begin, while there is room. */
  readonly forMs: number
  /** Messages of one dialog; what comes later is not kept. */
  readonly messagesOfDialog: number
}

export const DEFAULT_TRACE_LIMITS: TraceLimits = { bytes: 67_108_864, forMs: 900_000, messagesOfDialog: 60 }

/** A registration goes on for months under one Call-ID: only its newest attempts are kept. */
const REGISTER_MESSAGES = 8
/** What a kept message costs beside its octets. */
const OVERHEAD_BYTES = 200

interface Dialog {
  messages: TracedMessage[]
  bytes: number
  readonly beganMs: number
  readonly registers: boolean
}

/**
 * The last messages of calls and registrations, by Call-ID, in bounded memory. What a message costs here is finding its Call-ID in its octets and
 * a place in a list; the rest is only done for a call that somebody asks about.
 */
export class MessageTrace {
  readonly #clock: Clock
  readonly #limits: TraceLimits
  readonly #dialogs = new Map<string, Dialog>()
  #bytes = 0

  constructor(clock: Clock, limits: TraceLimits = DEFAULT_TRACE_LIMITS) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Octets held now, with what keeping them costs. */
  get bytes(): number {
    return this.#bytes
  }

  /** The messages with that Call-ID, oldest first; empty when they are forgotten. */
  of(callId: string): readonly TracedMessage[] {
    return this.#dialogs.get(callId)?.messages ?? []
  }

  /** A message passes. The octets are kept as they are: nobody may write into them any more. */
  passed(bytes: Uint8Array, direction: TracedMessage['direction'], flow: Flow): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const callId = callIdIn(text)
    if (callId === undefined) return
    const dialog = this.#dialogs.get(callId) ?? this.#begin(text, callId)
    if (dialog === undefined) return
    if (dialog.registers && dialog.messages.length >= REGISTER_MESSAGES) this.#clear(dialog)
    if (dialog.messages.length >= this.#limits.messagesOfDialog) return
    dialog.messages.push({ atMs: this.#clock.epochMs(), direction, flow, bytes: kept(bytes) })
    dialog.bytes += bytes.length + OVERHEAD_BYTES
    this.#bytes += bytes.length + OVERHEAD_BYTES
    this.#forget()
  }

  /** Only a call or a registration begins a dialog here: subscriptions, messages and signs of life are not kept. */
  #begin(text: Buffer, callId: string): Dialog | undefined {
    const registers = startsWith(text, 'REGISTER ')
    if (!registers && !startsWith(text, 'INVITE ')) return undefined
    const dialog: Dialog = { messages: [], bytes: 0, beganMs: this.#clock.nowMs(), registers }
    this.#dialogs.set(callId, dialog)
    return dialog
  }

  #clear(dialog: Dialog): void {
    this.#bytes -= dialog.bytes
    dialog.bytes = 0
    dialog.messages = []
  }

  #forget(): void {
    const oldestMs = this.#clock.nowMs() - this.#limits.forMs
    for (const [callId, dialog] of this.#dialogs) {
      if (this.#bytes <= this.#limits.bytes && dialog.beganMs >= oldestMs) return
      this.#bytes -= dialog.bytes
      this.#dialogs.delete(callId)
    }
  }
}

/** A part of a stream's chunk, or of a pool, would keep all of it. */
function kept(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}

function startsWith(text: Buffer, word: string): boolean {
  return text.toString('latin1', 0, word.length) === word
}

/** Finds the field in the spellings of nearly everybody; what is spelled otherwise is not traced, which costs no call anything. */
const SPELLINGS = ['\r\nCall-ID:', '\r\nCall-Id:', '\r\ni:', '\r\ncall-id:', '\r\nCALL-ID:']

function callIdIn(text: Buffer): string | undefined {
  for (const name of SPELLINGS) {
    const at = text.indexOf(name, 0, 'latin1')
    if (at < 0) continue
    const from = at + name.length
    const end = text.indexOf('\r\n', from, 'latin1')
    return end < 0 ? undefined : text.toString('latin1', from, end).trim()
  }
  return undefined
}
