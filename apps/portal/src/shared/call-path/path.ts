import type { Answer, Query } from '../../api/operation.ts'
import type { Destination } from '../destinations/destination.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'

export type CallPathAnswer = Answer<'GET /extensions/{extensionId}/call-path'>
export type Step = CallPathAnswer['steps'][number]
export type Rings = Extract<Step, { readonly kind: 'rings' }>
export type RungParty = Rings['parties'][number]
export type Supposed = Query<'GET /extensions/{extensionId}/call-path'>

/** The words that sentences are made of, in one language. */
export interface PathWords {
  readonly caller: (from: string) => string
  readonly rings: (who: string, seconds: number) => string
  readonly follows: (who: string, seconds: number) => string
  readonly phones: (count: number, of: string) => string
  readonly secretaries: (who: string, seconds: number) => string
  readonly rejected: string
  readonly goesTo: (where: string) => string
  readonly andThen: (first: string, next: string) => string
  readonly because: Readonly<Record<Extract<Step, { readonly kind: 'busy' }>['why'], string>>
  readonly unreachable: string
  readonly ends: Readonly<Record<Extract<Step, { readonly kind: 'ends' }>['as'], string>>
  readonly unanswered: (of: string) => string
  readonly whenBusy: (of: string) => string
  readonly list: (names: readonly string[]) => string
  readonly place: (destination: Destination, name: string | null, number: string | null) => string
}

/** A forwarding leads from one extension to the next, at most so often (CALL-07). */
const MAX_DEPTH = 6

/** The whole path in words: what happens first, then what follows when nobody answers and when it is busy. */
export function sentencesOf(steps: readonly Step[], from: string, words: PathWords): string {
  const sentences = [`${words.caller(from)}, ${clauseOf(steps, 0, words)}.`, ...afterwards(steps, 0, words, MAX_DEPTH)]
  return sentences.join(' ')
}

function clauseOf(steps: readonly Step[], at: number, words: PathWords): string {
  const step = steps[at]
  switch (step?.kind) {
    case 'rings':
      return [
        words.rings(words.list(namesOf(step, words)), step.seconds),
        ...step.follow.map(({ party, seconds }) => words.follows(partyName(party), seconds)),
      ].join(', ')
    case 'secretaries':
      return words.andThen(words.secretaries(words.list(step.parties.map(partyName)), step.seconds), clauseOf(steps, step.next, words))
    case 'busy':
      return words.andThen(words.because[step.why], clauseOf(steps, step.next, words))
    case 'unreachable':
      return words.andThen(words.unreachable, clauseOf(steps, step.next, words))
    case 'forwarded':
    case 'not-forwarded':
      return clauseOf(steps, step.next, words)
    case 'led':
      return words.goesTo(words.place(step.to, step.name, step.number))
    case 'ends':
      return words.ends[step.as]
    default:
      return words.rejected
  }
}

/** Of the first ringing from there on. */
function afterwards(steps: readonly Step[], at: number, words: PathWords, depth: number): readonly string[] {
  const step = steps[at]
  if (step === undefined || depth === 0) return []
  if ('next' in step) return afterwards(steps, step.next, words, depth)
  if (step.kind !== 'rings') return []
  const of = `${step.by.number} ${step.by.name}`
  return [
    `${words.unanswered(of)}, ${clauseOf(steps, step.whenUnanswered, words)}.`,
    ...afterwards(steps, step.whenUnanswered, words, depth - 1),
    `${words.whenBusy(of)}, ${clauseOf(steps, step.whenBusy, words)}.`,
  ]
}

/** Who rings, the own phones first; extensions without a phone are left out. */
export function namesOf({ by, devices, parties }: Rings, words: Pick<PathWords, 'phones'>): readonly string[] {
  const rung = parties.filter((party) => party.kind === 'external' || party.devices > 0)
  return [...(devices > 0 ? [words.phones(devices, `${by.number} ${by.name}`)] : []), ...rung.map(partyName)]
}

export function partyName(party: RungParty): string {
  return party.kind === 'external' ? readableNumbers(party.number) : `${party.number} ${party.name}`
}
