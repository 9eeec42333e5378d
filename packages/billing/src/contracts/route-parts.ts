import { DEFAULT_TIME_ZONE, findTenant, type Tenant } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import { type Database, type FastifyRequest, holderOf, InvalidRequest, NotFound, type Tx } from '@klinke/platform'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Contract, type Day, versionOn } from './contract.ts'
import type { ContractHistory } from './events.ts'
import { contractOf } from './fold.ts'
import { findHistory, type Recording } from './store.ts'
import type { Shown } from './views.ts'

/** What the routes of contracts stand on. */
export interface ContractRouteParts {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly clock: Clock
}

export const contractTags = ['contracts']
export const contractParams = z.object({ contractId: z.uuid() })

export function todayOf(tenant: Pick<Tenant, 'profile'>, clock: Clock): Day {
  return Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO(zoneOf(tenant)).toPlainDate()
}

export function zoneOf({ profile }: Pick<Tenant, 'profile'>): string {
  return profile.timeZone ?? DEFAULT_TIME_ZONE
}

export function recordingOf(request: FastifyRequest, clock: Clock): Recording {
  return { by: holderOf(request).name, atMs: clock.epochMs() }
}

/** Throws `NotFound`. */
export async function foundTenant(tx: Tx, id: string): Promise<Tenant> {
  const tenant = await findTenant(tx, id)
  if (tenant === undefined) throw new NotFound('tenant', id)
  return tenant
}

/** Throws `NotFound`. */
export async function foundHistory(tx: Tx, id: string, lock?: 'for update'): Promise<ContractHistory> {
  const history = await findHistory(tx, id, lock)
  if (history === undefined) throw new NotFound('contract', id)
  return history
}

/** The contract that a history is, which always has begun. */
export function contractIn(history: ContractHistory): Contract {
  const contract = contractOf(history)
  if (contract === undefined) throw new Error(`The contract ${history.id} has no beginning.`)
  return contract
}

/** What showing and computing a contract needs of the catalogue. */
export async function shownWith(history: ContractHistory, catalogue: Catalogue, today: Day): Promise<Shown> {
  const versions = await catalogue.versions(versionsIn(history))
  const holds = versionOn(contractIn(history), today)
  if (holds === undefined) throw new Error(`The contract ${history.id} has no version.`)
  return { versions, file: versions(holds), today }
}

export function versionsIn({ events }: ContractHistory): readonly string[] {
  return events.flatMap((event) => ('versionId' in event ? [event.versionId] : []))
}

/** The version of a profile that is sold on a day. Throws `InvalidRequest` when there is none. */
export async function soldOn(catalogue: Catalogue, profile: string, on: Day, pointer: string) {
  const version = await catalogue.validOn(profile, on)
  if (version !== undefined) return version
  const detail = {
    en: `No profile "${profile}" is valid on ${on}. Load one first.`,
    de: `Am ${on} gilt kein Profil „${profile}“. Laden Sie zuerst eines.`,
  }
  throw new InvalidRequest(detail, [{ pointer, detail }])
}
