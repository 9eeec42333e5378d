import { e164 } from '@klinke/accounts'
import { type Api, type Database, Forbidden, inScope, NotFound, ofOwnExtension, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { findExtension, type StoredExtension, updateExtension } from '../extensions/store.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { MAX_NUMBER_CHOICES, NumberNotAllowed } from './rules.ts'
import { changeCallSettings, findCallSettings } from './store.ts'

export interface NumberShownParts {
  readonly database: Database
  readonly directory: Pick<PbxDirectory, 'tenant'>
}

const tags = ['call settings']
const params = z.object({ extensionId: z.uuid() })
const path = '/extensions/:extensionId/number-shown'
const outgoingNumber = e164.nullable().describe("What called parties outside see; null: the tenant's first number")
const choices = z.array(e164).max(MAX_NUMBER_CHOICES)

const view = z.object({
  outgoingNumber,
  choices: choices.describe('Numbers that the user may choose; a code with a digit, 1 for the first, shows one of them for one call'),
  firstNumber: e164.nullable().describe('What null shows; null: the tenant has no number'),
})
const change = z.strictObject({
  outgoingNumber: outgoingNumber.optional(),
  choices: choices.optional().describe('Only administrators change them'),
})

/** Which number an extension shows outside (CLI-03): its user chooses among those that administrators allow. */
export function addNumberShown(api: Api, { database, directory }: NumberShownParts): void {
  const firstOf = ({ tenantId }: StoredExtension): string | null => directory.tenant(tenantId)?.numbers.keys().next().value ?? null
  const shown = async (tx: Tx, id: string): Promise<z.infer<typeof view>> => {
    const extension = found(await findExtension(tx, id), id)
    const { numberChoices } = await findCallSettings(tx, id)
    return { outgoingNumber: extension.outgoingNumber, choices: [...numberChoices], firstNumber: firstOf(extension) }
  }
  const response = { 200: view }
  const get = { tags, summary: 'Get the number shown outside, and those to choose from', params, response }
  api.get(path, { config: ofOwnExtension, schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, (tx) => shown(tx, request.params.extensionId)),
  )
  const patch = { tags, summary: 'Choose the number shown outside; for administrators: those to choose from, too', params, response }
  api.patch(path, { config: ofOwnExtension, schema: { ...patch, body: change } }, (request) => {
    const by = principalOf(request)
    const id = request.params.extensionId
    const { outgoingNumber, choices } = request.body
    return inScope(database, by, undefined, async (tx) => {
      const extension = found(await findExtension(tx, id, 'for update'), id)
      if (choices !== undefined && by.kind === 'user') throw new Forbidden('extensions')
      if (choices !== undefined) await changeChoices(tx, id, () => [...new Set(choices)])
      if (outgoingNumber !== undefined && by.kind === 'user') await assertAllowed(tx, extension, outgoingNumber, firstOf(extension))
      if (outgoingNumber !== undefined) await updateExtension(tx, id, { outgoingNumber })
      return shown(tx, id)
    })
  })
}

/** Throws `NumberNotAllowed`. What was shown until now stays a choice, because an administrator had set it: the user finds the way back. */
async function assertAllowed(tx: Tx, extension: StoredExtension, wanted: string | null, firstNumber: string | null): Promise<void> {
  const { id, outgoingNumber } = extension
  if (wanted === outgoingNumber) return
  const { numberChoices } = await findCallSettings(tx, id)
  const number = wanted ?? firstNumber
  if (number === null || !numberChoices.includes(number)) throw new NumberNotAllowed(wanted)
  const before = outgoingNumber ?? firstNumber
  if (before === null || numberChoices.includes(before) || numberChoices.length === MAX_NUMBER_CHOICES) return
  await changeChoices(tx, id, (choices) => [...choices, before])
}

async function changeChoices(tx: Tx, id: string, changed: (before: readonly string[]) => readonly string[]): Promise<void> {
  await changeCallSettings(tx, id, (before) => ({ ...before, numberChoices: changed(before.numberChoices) }))
}

function found(extension: StoredExtension | undefined, id: string): StoredExtension {
  if (extension === undefined) throw new NotFound('extension', id)
  return extension
}
