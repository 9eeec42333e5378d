import { Buffer } from 'node:buffer'
import { type Clock, TurnoverMap } from '@klinke/foundation'
import type { Flow } from '../transport/transport.ts'
import { TracePage } from './trace-page.ts'
import { TracePages } from './trace-pages.ts'

/** One message as it passed. */
export interface TracedMessage {
  readonly atMs: number
  readonly direction: 'received' | 'sent'
  readonly flow: Flow
  readonly bytes: Uint8Array
}

export interface TraceLimits {
  /** Memory of all messages of calls together; the dialogs that began first are forgotten first. */
  readonly bytes: number
  /** The same for registrations, on their own: thousands of phones that refresh theirs make no call forgotten. */
  readonly registrationBytes: number
  /** How long a dialog is remembered after its begin, while there is room. */
  readonly forMs: number
  /** Messages of one dialog; what comes later is not kept. */
  readonly messagesOfDialog: number
}

export const DEFAULT_TRACE_LIMITS: TraceLimits = {
  bytes: 50_331_648,
  registrationBytes: 8_388_608,
  forMs: 900_000,
  messagesOfDialog: 60,
}

/** A registration goes on for months under one Call-ID: only its newest attempts are kept. */
const REGISTER_MESSAGES = 8
/** What a dialog costs beside its messages. */
const DIALOG_BYTES = 400
/** A flow is named by one octet; a dialog that has used more has its later messages told over the last of them. */
const MAX_FLOWS = 255

interface Dialog {
  readonly beganMs: number
  readonly registers: boolean
  readonly flows: Flow[]
  /** Where its messages stand in the pages of its kind. Plain numbers, which the garbage collector need not look at. */
  readonly places: number[]
}

/**
 * The last messages of calls and registrations, by Call-ID, in bounded memory. What a message costs here is finding its Call-ID in its octets and
 * copying them; the rest is only done for a call that somebody asks about.
 */
export class MessageTrace {
  readonly #clock: Clock
  readonly #limits: TraceLimits
  readonly #calls: TracePages
  readonly #registrations: TracePages
  readonly #dialogs = new TurnoverMap<string, Dialog>()

  constructor(clock: Clock, limits: TraceLimits = DEFAULT_TRACE_LIMITS) {
    this.#clock = clock
    this.#limits = limits
    const forget = ({ callIds }: TracePage): void => {
      for (const callId of callIds) this.#dialogs.delete(callId)
    }
    this.#calls = new TracePages(limits, forget)
    this.#registrations = new TracePages({ ...limits, bytes: limits.registrationBytes }, forget)
  }

  /** Octets held now, with what keeping them costs. */
  get bytes(): number {
    return this.#calls.bytes + this.#registrations.bytes
  }

  /** The messages with that Call-ID, oldest first; empty when they are forgotten. */
  of(callId: string): readonly TracedMessage[] {
    const dialog = this.#dialogs.get(callId)
    if (dialog === undefined || this.#clock.nowMs() - dialog.beganMs >= this.#limits.forMs) return []
    return dialog.places.flatMap((place) => {
      const record = this.#pagesOf(dialog).read(place)
      const flow = dialog.flows[record?.flow ?? 0]
      if (record === undefined || flow === undefined) return []
      const { atMs, sent, bytes } = record
      return { atMs, direction: sent ? 'sent' : 'received', flow, bytes }
    })
  }

  /** A message passes. */
  passed(bytes: Uint8Array, direction: TracedMessage['direction'], flow: Flow): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const callId = callIdIn(text)
    if (callId === undefined) return
    const known = this.#dialogs.get(callId)
    const dialog = known ?? this.#beginning(text)
    if (dialog === undefined) return
    if (dialog.registers && dialog.places.length >= REGISTER_MESSAGES) dialog.places.length = 0
    if (dialog.places.length >= this.#limits.messagesOfDialog) return
    const pages = this.#pagesOf(dialog)
    const page = pages.withRoom(TracePage.costOf(bytes) + DIALOG_BYTES, this.#clock.nowMs())
    if (known === undefined) this.#begin(callId, dialog, page)
    // The room may have been its own.
    else if (this.#dialogs.get(callId) !== known) return
    const record = { atMs: this.#clock.epochMs(), sent: direction === 'sent', flow: flowNumber(dialog, flow), bytes }
    dialog.places.push(pages.write(page, record))
  }

  #pagesOf({ registers }: Dialog): TracePages {
    return registers ? this.#registrations : this.#calls
  }

  /** Only a call or a registration begins a dialog here: subscriptions, messages and signs of life are not kept. */
  #beginning(text: Buffer): Dialog | undefined {
    const registers = startsWith(text, 'REGISTER ')
    if (!registers && !startsWith(text, 'INVITE ')) return undefined
    return { beganMs: this.#clock.nowMs(), registers, flows: [], places: [] }
  }

  #begin(callId: string, dialog: Dialog, page: TracePage): void {
    page.callIds.push(callId)
    page.charge(DIALOG_BYTES)
    this.#dialogs.set(callId, dialog)
  }
}

function flowNumber({ flows }: Dialog, flow: Flow): number {
  const at = flows.findIndex(({ id }) => id === flow.id)
  if (at >= 0) return at
  return flows.length < MAX_FLOWS ? flows.push(flow) - 1 : flows.length - 1
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
