import type { G711Law } from '../g711/g711.ts'
import { type Codec, isComfortNoise, isTelephoneEvent, sameCodec } from '../sdp/codec.ts'
import type { NegotiatedStream } from './streams.ts'

/** What happens to a packet of one payload type on its way to the other party. */
export interface PayloadRule {
  readonly payloadType: number
  /** The law the payload comes in and must leave: A-law becomes µ-law or the other way round. */
  readonly transcodeFrom: G711Law | undefined
}

/**
 * `untouched`: every payload type means the same on both sides, as always after a relayed offer and answer.
 * `mapped`: rules by payload type; packets without a rule cannot pass. `incompatible`: no voice can
 * pass as it is, at most key presses and comfort noise.
 */
export type PayloadMap =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'mapped' | 'incompatible'; readonly rules: readonly (PayloadRule | undefined)[] }

/**
 * How packets received on `from` go out on `to`, for two legs that were negotiated apart (transfer, pickup).
 * A packet that uses the number of its sender's own description, as careless phones do, is understood too.
 */
export function payloadMap(from: NegotiatedStream, to: NegotiatedStream): PayloadMap {
  const rules: (PayloadRule | undefined)[] = new Array<PayloadRule | undefined>(128).fill(undefined)
  for (const codec of [...from.receiveCodecs, ...from.sendCodecs]) rules[codec.payloadType] ??= ruleFor(codec, to.sendCodecs)
  if (from.receiveCodecs.every(({ payloadType }) => isIdentity(rules[payloadType], payloadType))) return { kind: 'untouched' }
  const carriesVoice = from.receiveCodecs.some((codec) => !isTelephoneEvent(codec) && !isComfortNoise(codec) && rules[codec.payloadType])
  return { kind: carriesVoice ? 'mapped' : 'incompatible', rules }
}

function ruleFor(codec: Codec, targets: readonly Codec[]): PayloadRule | undefined {
  const same = targets.find((target) => sameCodec(codec, target))
  if (same) return { payloadType: same.payloadType, transcodeFrom: undefined }
  const law = lawOf(codec)
  const other = law && targets.find((target) => lawOf(target) !== undefined)
  return other && { payloadType: other.payloadType, transcodeFrom: law }
}

function isIdentity(rule: PayloadRule | undefined, payloadType: number): boolean {
  return rule?.payloadType === payloadType && rule.transcodeFrom === undefined
}

function lawOf({ name, clockRateHz, channels }: Codec): G711Law | undefined {
  if (clockRateHz !== 8000 || channels !== 1) return undefined
  if (name.toUpperCase() === 'PCMA') return 'A'
  return name.toUpperCase() === 'PCMU' ? 'µ' : undefined
}
