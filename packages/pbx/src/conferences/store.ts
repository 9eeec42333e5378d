import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { ColumnType, Generated, Selectable } from 'kysely'
import { assertUnused, checkDestinationsNow, internalNumberTaken } from '../destinations/store.ts'
import { ConferenceRoomNameTaken, DEFAULT_CONFERENCE_SETTINGS } from './room-schema.ts'
import type { ConferenceRoom, ConferenceSettings } from './rules.ts'

interface ConferenceTables {
  readonly conference_room: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly number: string | null
    readonly participant_pin: string | null
    readonly moderator_pin: string | null
    readonly settings: ColumnType<ConferenceSettings, string, string>
    readonly created_at: Generated<Date>
  }
}

export interface StoredRoom extends ConferenceRoom {
  readonly tenantId: string
}

/** By tenant id and room id. */
export async function loadConferences(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, ConferenceRoom>>> {
  const byTenant = Map.groupBy(await listRooms(tx), ({ tenantId }) => tenantId)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.map((room) => [room.id, room]))]))
}

/** By id; all, or `limit` at most, after the id `after`. */
export async function listRooms(tx: Tx, limit?: number, after?: string): Promise<readonly StoredRoom[]> {
  let query = tx.tables<ConferenceTables>().selectFrom('conference_room').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function findRoom(tx: Tx, id: string): Promise<StoredRoom | undefined> {
  const row = await tx.tables<ConferenceTables>().selectFrom('conference_room').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Throws `ConferenceRoomNameTaken`, `InternalNumberTaken` or `NoSuchTenant`. */
export async function insertRoom(tx: Tx, room: Omit<StoredRoom, 'id'>): Promise<StoredRoom> {
  const stored = { ...room, id: randomUUIDv7() }
  const { id, tenantId: tenant_id } = stored
  try {
    await tx
      .tables<ConferenceTables>()
      .insertInto('conference_room')
      .values({ id, tenant_id, ...columnsOf(stored) })
      .execute()
  } catch (error) {
    throw inWords(error, stored)
  }
  return stored
}

/** Throws `ConferenceRoomNameTaken` or `InternalNumberTaken`. */
export async function updateRoom(tx: Tx, room: StoredRoom): Promise<StoredRoom> {
  try {
    await tx.tables<ConferenceTables>().updateTable('conference_room').set(columnsOf(room)).where('id', '=', room.id).execute()
  } catch (error) {
    throw inWords(error, room)
  }
  return room
}

/** Throws `TargetInUse` while calls are led to it; false when there is none. */
export async function deleteRoom(tx: Tx, id: string): Promise<boolean> {
  await assertUnused(tx, 'conference', id)
  const result = await tx.tables<ConferenceTables>().deleteFrom('conference_room').where('id', '=', id).executeTakeFirst()
  await checkDestinationsNow(tx)
  return result.numDeletedRows > 0n
}

function columnsOf(room: StoredRoom) {
  const { name, number, participantPin, moderatorPin } = room
  return {
    name,
    number: number ?? null,
    participant_pin: participantPin ?? null,
    moderator_pin: moderatorPin ?? null,
    settings: JSON.stringify(settingsOf(room)),
  }
}

export function settingsOf(room: ConferenceSettings): ConferenceSettings {
  const { maxMembers, waitForModerator, whenModeratorLeaves, entryTones, announceCount, announceNames } = room
  return { maxMembers, waitForModerator, whenModeratorLeaves, entryTones, announceCount, announceNames }
}

function fromRow(row: Selectable<ConferenceTables['conference_room']>): StoredRoom {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, name: row.name, number: row.number ?? undefined },
    ...{ participantPin: row.participant_pin ?? undefined, moderatorPin: row.moderator_pin ?? undefined },
    // Rooms that were stored before a setting came up have none of it.
    ...{ ...DEFAULT_CONFERENCE_SETTINGS, ...row.settings },
  }
}

function inWords(error: unknown, { name, number, tenantId }: StoredRoom): unknown {
  switch (violatedConstraint(error)) {
    case 'conference_room_name':
      return new ConferenceRoomNameTaken(name)
    case 'conference_room_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return internalNumberTaken(error, number) ?? error
  }
}
