import { randomUUIDv7 } from 'node:crypto'
import type { NumberFormat } from '@klinke/numbering'
import { type SecretBox, type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Insertable, type JSONColumnType, type Selectable, sql } from 'kysely'
import type { Carrier } from '../carrier.ts'
import { profileFrom, usualProfile } from './profiles/profile-of.ts'
import type { ProfileName } from './profiles/shipped-profiles.ts'
import { CarrierNameTaken, type NewCarrier } from './rules.ts'

export interface CarrierTable {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly port: number | null
  readonly transport: Carrier['transport']
  readonly username: string | null
  readonly sealed_password: string | null
  readonly expires_seconds: number | null
  readonly addresses: string[] | null
  readonly outbound_format: NumberFormat
  readonly priority: number
  readonly srtp: Carrier['srtp']
  readonly profile: ProfileName | null
  readonly profile_changes: JSONColumnType<NewCarrier['profileChanges']>
  readonly share: number
  readonly channels: number | null
  readonly emergency_location: 'none' | 'pidf-lo'
  readonly is_foreign: Generated<boolean>
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

interface CarrierTables {
  readonly carrier: CarrierTable
}

/** A carrier as stored: its password sealed. */
export interface StoredCarrier extends Omit<Carrier, 'authentication' | 'profile' | 'emergencyLocation' | 'foreign'> {
  readonly emergencyLocation: 'none' | 'pidf-lo'
  readonly profile: ProfileName | null
  readonly profileChanges: NewCarrier['profileChanges']
  readonly share: number
  readonly foreign: boolean
  readonly authentication:
    | { readonly kind: 'registration'; readonly username: string; readonly sealedPassword: string; readonly expiresSeconds: number }
    | { readonly kind: 'fixed-ip'; readonly addresses: readonly string[] }
  readonly createdAt: Date
}

/** Throws `CarrierNameTaken`. */
export async function insertCarrier(tx: Tx, carrier: NewCarrier, secrets: SecretBox): Promise<StoredCarrier> {
  const id = randomUUIDv7()
  const values = { id, ...toColumns(id, carrier, secrets) }
  try {
    return fromRow(await tx.tables<CarrierTables>().insertInto('carrier').values(values).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw violatedConstraint(error) === 'carrier_name' ? new CarrierNameTaken(carrier.name) : error
  }
}

export async function findCarrier(tx: Tx, id: string): Promise<StoredCarrier | undefined> {
  const row = await tx.tables<CarrierTables>().selectFrom('carrier').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** In order of creation; all, or `limit` at most, after the carrier with id `after`. */
export async function listCarriers(tx: Tx, limit?: number, after?: string): Promise<readonly StoredCarrier[]> {
  let query = tx.tables<CarrierTables>().selectFrom('carrier').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** Replaces all fields but id and creation. Throws `CarrierNameTaken`; undefined when there is none. */
export async function replaceCarrier(tx: Tx, id: string, carrier: NewCarrier, secrets: SecretBox): Promise<StoredCarrier | undefined> {
  try {
    const row = await tx
      .tables<CarrierTables>()
      .updateTable('carrier')
      .set({ ...toColumns(id, carrier, secrets), updated_at: sql`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return row && fromRow(row)
  } catch (error) {
    throw violatedConstraint(error) === 'carrier_name' ? new CarrierNameTaken(carrier.name) : error
  }
}

export async function deleteCarrier(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<CarrierTables>().deleteFrom('carrier').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** The carrier with its password readable, for call control. Throws `SecretUnreadable`. */
export function unsealCarrier(
  { createdAt: _, authentication, profile: name, profileChanges, ...stored }: StoredCarrier,
  secrets: SecretBox,
): Carrier {
  const carrier = { ...stored, profile: profileFrom(name ?? usualProfile(authentication), profileChanges) }
  if (authentication.kind === 'fixed-ip') return { ...carrier, authentication }
  const { kind, username, sealedPassword, expiresSeconds } = authentication
  return {
    ...carrier,
    authentication: { kind, username, expiresSeconds, password: secrets.unseal(sealedPassword, passwordPlace(carrier.id)) },
  }
}

function passwordPlace(id: string): string {
  return `carrier/${id}/password`
}

function toColumns(
  id: string,
  carrier: NewCarrier,
  secrets: SecretBox,
): Omit<Insertable<CarrierTable>, 'id' | 'created_at' | 'updated_at'> {
  const { name, host, port, transport, authentication, outboundFormat, priority, srtp, profile, share, channels, foreign } = carrier
  const profile_changes = JSON.stringify(carrier.profileChanges)
  const own = { profile, profile_changes, share, channels, is_foreign: foreign, emergency_location: carrier.emergencyLocation }
  const common = { name, host, port, transport, outbound_format: outboundFormat, priority, srtp, ...own }
  return { ...common, ...authenticationColumns(id, authentication, secrets) }
}

/** Its password sealed for this carrier alone. */
export function authenticationColumns(id: string, authentication: NewCarrier['authentication'], secrets: SecretBox) {
  if (authentication.kind === 'fixed-ip') {
    return { username: null, sealed_password: null, expires_seconds: null, addresses: [...authentication.addresses] }
  }
  return {
    username: authentication.username,
    sealed_password: secrets.seal(authentication.password, passwordPlace(id)),
    expires_seconds: authentication.expiresSeconds,
    addresses: null,
  }
}

function fromRow(row: Selectable<CarrierTable>): StoredCarrier {
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    port: row.port ?? undefined,
    transport: row.transport,
    authentication: authenticationOf(row),
    outboundFormat: row.outbound_format,
    priority: row.priority,
    srtp: row.srtp,
    profile: row.profile,
    profileChanges: row.profile_changes,
    share: row.share,
    channels: row.channels ?? undefined,
    emergencyLocation: row.emergency_location,
    foreign: row.is_foreign,
    createdAt: row.created_at,
  }
}

/** The table's CHECKs hold the columns to one of the two kinds. */
export function authenticationOf(
  row: Pick<Selectable<CarrierTable>, 'username' | 'sealed_password' | 'expires_seconds' | 'addresses'>,
): StoredCarrier['authentication'] {
  if (row.username === null || row.sealed_password === null || row.expires_seconds === null) {
    return { kind: 'fixed-ip', addresses: row.addresses ?? [] }
  }
  return { kind: 'registration', username: row.username, sealedPassword: row.sealed_password, expiresSeconds: row.expires_seconds }
}
