import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ChosenBill } from './rule.ts'
import type { Choice } from './terms.ts'

/** A choice with who has made it. */
export interface StoredChoice extends ChosenBill {
  readonly id: string
  readonly chosenBy: string
  readonly chosenAt: Date
}

/** What an administrator has declared for the company (§ 11 (1) sentence 4 TDDDG). */
export interface StoredDeclaration {
  readonly id: string
  readonly declaredBy: string
  /** ISO 8601. */
  readonly declaredOn: string
  readonly worksCouncil: 'involved' | 'not-required'
  readonly document: string | null
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly revokedBy: string | null
  readonly revokedAt: Date | null
}

interface ChoiceRow {
  readonly id: string
  readonly choice: Choice
  readonly with_flat: boolean
  readonly valid_from: string
  readonly chosen_by: string
  readonly chosen_at: Date
}

interface DeclarationRow {
  readonly id: string
  readonly declared_by: string
  readonly declared_on: string
  readonly works_council: StoredDeclaration['worksCouncil']
  readonly document: string | null
  readonly recorded_by: string
  readonly recorded_at: Date
  readonly revoked_by: string | null
  readonly revoked_at: Date | null
}

/** In the order in which they hold; of those for the same month, the one that was made last comes last. */
export async function choicesOf(tx: Tx, tenantId: string): Promise<readonly StoredChoice[]> {
  const { rows } = await sql<ChoiceRow>`
    SELECT id, choice, with_flat, valid_from::text AS valid_from, chosen_by, chosen_at FROM itemised_bill_choice
    WHERE tenant_id = ${tenantId} ORDER BY itemised_bill_choice.valid_from, id`.execute(tx.tables())
  return rows.map(({ id, choice, ...row }) => ({
    ...{ id, choice, withFlat: row.with_flat, validFrom: row.valid_from, chosenBy: row.chosen_by, chosenAt: row.chosen_at },
  }))
}

export async function insertChoice(tx: Tx, tenantId: string, choice: Omit<StoredChoice, 'id'>): Promise<StoredChoice> {
  const id = randomUUIDv7()
  await sql`
    INSERT INTO itemised_bill_choice (id, tenant_id, choice, with_flat, valid_from, chosen_by, chosen_at)
    VALUES (${id}, ${tenantId}, ${choice.choice}, ${choice.withFlat}, ${choice.validFrom}, ${choice.chosenBy}, ${choice.chosenAt})`.execute(
    tx.tables(),
  )
  return { id, ...choice }
}

/** The newest first, revoked ones too. */
export async function declarationsOf(tx: Tx, tenantId: string): Promise<readonly StoredDeclaration[]> {
  const { rows } = await sql<DeclarationRow>`
    SELECT id, declared_by, declared_on::text AS declared_on, works_council, document, recorded_by, recorded_at, revoked_by, revoked_at
    FROM itemised_bill_declaration WHERE tenant_id = ${tenantId} ORDER BY id DESC`.execute(tx.tables())
  return rows.map(declarationFrom)
}

export async function insertDeclaration(
  tx: Tx,
  tenantId: string,
  declaration: Omit<StoredDeclaration, 'id' | 'revokedBy' | 'revokedAt'>,
): Promise<StoredDeclaration> {
  const id = randomUUIDv7()
  const { declaredBy, declaredOn, worksCouncil, document, recordedBy, recordedAt } = declaration
  await sql`
    INSERT INTO itemised_bill_declaration (id, tenant_id, declared_by, declared_on, works_council, document, recorded_by, recorded_at)
    VALUES (${id}, ${tenantId}, ${declaredBy}, ${declaredOn}, ${worksCouncil}, ${document}, ${recordedBy}, ${recordedAt})`.execute(
    tx.tables(),
  )
  return { id, ...declaration, revokedBy: null, revokedAt: null }
}

/** From now on it does not hold. Throws `NotFound`, also for one that is revoked. */
export async function revokeDeclaration(tx: Tx, id: string, by: string, at: Date): Promise<StoredDeclaration> {
  const { rows } = await sql<DeclarationRow>`
    UPDATE itemised_bill_declaration SET revoked_by = ${by}, revoked_at = ${at} WHERE id = ${id} AND revoked_at IS NULL
    RETURNING id, declared_by, declared_on::text AS declared_on, works_council, document, recorded_by, recorded_at, revoked_by, revoked_at`.execute(
    tx.tables(),
  )
  const [row] = rows
  if (row === undefined) throw new NotFound('declaration', id)
  return declarationFrom(row)
}

function declarationFrom({ id, document, ...row }: DeclarationRow): StoredDeclaration {
  return {
    ...{ id, document, declaredBy: row.declared_by, declaredOn: row.declared_on, worksCouncil: row.works_council },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at, revokedBy: row.revoked_by, revokedAt: row.revoked_at },
  }
}
