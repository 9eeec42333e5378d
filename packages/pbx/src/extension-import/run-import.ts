import type { Random } from '@klinke/foundation'
import { type ImportedChange, type ImportProgress, insertImport, rowsAtATime, type Tx } from '@klinke/platform'
import { DEFAULT_CALL_SETTINGS, type Forwarding } from '../call-settings/settings.ts'
import { insertCallSettings } from '../call-settings/store.ts'
import { createExtensions, type ExtensionWithPassword } from '../extensions/create-extension.ts'
import { addMembers } from '../teams/store.ts'
import { DEFAULT_MAILBOX_SETTINGS } from '../voicemail/mailbox.ts'
import { insertMailboxes } from '../voicemail/store.ts'
import type { ImportPlan, PlannedExtension } from './plan.ts'
import { versionsOf } from './versions.ts'

/** Who imported what, for the list of imports. */
export interface ImportAbout {
  readonly tenantId: string
  readonly failed: number
  readonly fileName: string
  readonly importedBy: string
}

export interface DoneImport {
  readonly importId: string
  /** With their passwords, which nobody can read later. */
  readonly created: readonly ExtensionWithPassword[]
}

export function subjectOf(tenantId: string): { tenantId: string; subject: string; subjectId: null } {
  return { tenantId, subject: 'extension', subjectId: null }
}

/** Rows in one statement at most. */
const MAX_ROWS_AT_A_TIME = 500

/** What an import is done with. */
export interface ImportTools {
  readonly random: Random
  readonly progress: ImportProgress
}

/** Creates all extensions of a plan, or none. Throws as `createExtensions` does. */
export async function runImport(tx: Tx, plan: ImportPlan, about: ImportAbout, { random, progress }: ImportTools): Promise<DoneImport> {
  const { tenantId, ...told } = about
  const planned = plan.created.map(({ value }) => value)
  const created: ExtensionWithPassword[] = []
  const step = rowsAtATime(planned.length, MAX_ROWS_AT_A_TIME)
  for (let at = 0; at < planned.length; at += step) {
    progress('writing', at, planned.length)
    created.push(...(await createSome(tx, tenantId, planned.slice(at, at + step), random)))
  }
  progress('writing', planned.length, planned.length)
  const ids = created.map(({ extension }) => extension.id)
  const versions = await versionsOf(tx, ids)
  const changes = ids.map((rowId): ImportedChange => ({ rowId, before: null, version: versions.get(rowId) ?? '' }))
  const counts = { created: ids.length, changed: 0, skipped: plan.skipped }
  return { importId: await insertImport(tx, { ...subjectOf(tenantId), ...told, ...counts }, changes), created }
}

/** With their mailboxes, and in their groups. */
async function createSome(
  tx: Tx,
  tenantId: string,
  planned: readonly PlannedExtension[],
  random: Random,
): Promise<readonly ExtensionWithPassword[]> {
  const created = await createExtensions(tx, tenantId, planned, random)
  const both = created.flatMap((made, index) => {
    const plannedOne = planned[index]
    return plannedOne === undefined ? [] : [{ ...made, planned: plannedOne }]
  })
  await addMailboxes(tx, tenantId, both)
  const members = both.flatMap(({ extension, planned: { teamIds } }) => teamIds.map((teamId) => ({ teamId, extensionId: extension.id })))
  await addMembers(tx, tenantId, members)
  return created
}

type Made = ExtensionWithPassword & { readonly planned: PlannedExtension }

/** A mailbox is of use when calls come to it: those that nobody answers, and those that find the line busy or no phone. */
async function addMailboxes(tx: Tx, tenantId: string, made: readonly Made[]): Promise<void> {
  const boxes = made.flatMap(({ extension, planned: { mailbox } }) =>
    mailbox === null
      ? []
      : [{ tenantId, extensionId: extension.id, name: extension.name, settings: { ...DEFAULT_MAILBOX_SETTINGS, ...mailbox } }],
  )
  const ids = await insertMailboxes(tx, boxes)
  const settings = boxes.map(({ extensionId }, index) => {
    const forwardings = (['no-answer', 'busy', 'not-registered'] as const).map((when) => toMailbox(when, ids[index] ?? ''))
    return { tenantId, extensionId, settings: { ...DEFAULT_CALL_SETTINGS, forwardings } }
  })
  await insertCallSettings(tx, settings)
}

function toMailbox(when: Forwarding['when'], targetId: string): Forwarding {
  return { when, to: { kind: 'voicemail', targetId }, active: true, callers: 'all', during: null, afterSeconds: null }
}
