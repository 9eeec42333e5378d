import { e164, extensionNumber } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { callDestination } from '../destinations/destination.ts'

const MAX_SECRETARIES = 10
const MAX_BYPASS = 200

const bypassing = z.union([extensionNumber, e164, z.string().regex(/^\+[1-9]\d{0,14}\*$/)], {
  error: inBoth({
    en: 'must be an extension, a number such as +4930123456, or the beginning of numbers such as +4930*',
    de: 'muss eine Nebenstelle, eine Rufnummer wie +4930123456 oder der Anfang von Rufnummern wie +4930* sein',
  }),
})

const fields = {
  callers: z.enum(['all', 'internal', 'external']).describe('Whose calls are filtered: of the same tenant, from elsewhere, or both'),
  bypass: z.array(bypassing).max(MAX_BYPASS).describe('Callers who reach the boss though the filter is on'),
  ringSeconds: z.int().min(5).max(180).describe('How long the secretaries are rung'),
  whenAbsent: z
    .union([z.strictObject({ kind: z.literal('boss') }), callDestination])
    .nullable()
    .describe('When no secretary answers: the boss is rung, or any destination; null: the caller is told so'),
}
const secretaries = z
  .array(z.uuid())
  .max(MAX_SECRETARIES)
  .refine(
    (ids) => new Set(ids).size === ids.length,
    inBoth({ en: 'must name each extension once', de: 'muss jede Nebenstelle einmal nennen' }),
  )
  .describe('Ids of extensions, rung together')
const active = z.boolean().describe('The filter is on: the secretaries are rung instead of the boss')

export const secretariatSettings = z.strictObject(fields)
export const secretariatView = z.object({ bossId: z.uuid(), secretaries, active, ...fields })
export const secretariatChange = z.strictObject({ secretaries, active, ...fields }).partial()

export type SecretariatSettings = z.infer<typeof secretariatSettings>
export type SecretariatChange = z.infer<typeof secretariatChange>

export const DEFAULT_SECRETARIAT_SETTINGS: SecretariatSettings = {
  callers: 'all',
  bypass: [],
  ringSeconds: 30,
  whenAbsent: { kind: 'boss' },
}

/** A boss's secretaries, as calls read them. */
export interface Secretariat {
  readonly bossId: string
  /** Ids of extensions. */
  readonly secretaries: readonly string[]
  readonly active: boolean
  readonly settings: SecretariatSettings
}

/** One tenant's, by the boss's extension id. */
export type Secretariats = ReadonlyMap<string, Secretariat>

/** Who calls the boss, and how the call came there. */
export interface FilteredCall {
  readonly from: CallParty
  readonly internal: boolean
  readonly forwards: readonly { readonly extensionId: string }[]
  /** Whose secretaries have not answered this call. */
  readonly unansweredFor?: string | undefined
}

/** Whether the secretaries are rung for this call instead of the boss. */
export function isFiltered(secretariats: Secretariats, bossId: string, { from, internal, forwards, unansweredFor }: FilteredCall): boolean {
  const secretariat = secretariats.get(bossId)
  if (secretariat === undefined || !secretariat.active || unansweredFor === bossId) return false
  // It was with the boss already, who has sent it elsewhere: it does not go round.
  if (forwards.some(({ extensionId }) => extensionId === bossId)) return false
  const { callers, bypass } = secretariat.settings
  if (callers !== 'all' && (callers === 'internal') !== internal) return false
  if (internal && from.extensionId !== undefined && [bossId, ...secretariat.secretaries].includes(from.extensionId)) return false
  return !bypass.some((entry) => (entry.endsWith('*') ? from.number.startsWith(entry.slice(0, -1)) : entry === from.number))
}

/** Whose filter an extension may switch: its own, and those of the bosses that it works for. */
export function filtersOf(secretariats: Secretariats, extensionId: string): readonly Secretariat[] {
  return [...secretariats.values()].filter(({ bossId, secretaries: ids }) => bossId === extensionId || ids.includes(extensionId))
}

export class SecretaryOfItself extends KlinkeError {
  constructor() {
    super('secretary-of-itself', 'An extension cannot be its own secretary. Name another one.')
  }
}

export const secretariatProblems: ProblemTable = {
  'secretary-of-itself': {
    status: 422,
    title: { en: 'Secretary of itself', de: 'Eigenes Sekretariat' },
    germanDetail: 'Eine Nebenstelle kann nicht ihr eigenes Sekretariat sein. Nennen Sie eine andere.',
  },
}
