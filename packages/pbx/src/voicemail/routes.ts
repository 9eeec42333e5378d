import type { Logger } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  inScope,
  NotFound,
  ofOwnExtension,
  owningTenant,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { assertInPackage } from '../extensions/create-extension.ts'
import { hashPin } from '../pins/pin-hash.ts'
import type { SoundConverter } from '../sounds/sound-converter.ts'
import { findAccess, saveAccess } from './access-store.ts'
import type { Mailbox } from './mailbox.ts'
import { addMessages } from './message-routes.ts'
import { countMessages } from './message-store.ts'
import { accessChange, accessView, mailboxChange, mailboxView } from './rules.ts'
import { addGreetings } from './sound-routes.ts'
import type { StoredSounds } from './sounds.ts'
import { changeMailbox, findMailboxOf, storePin } from './store.ts'

export interface VoicemailApi {
  readonly database: Database
  readonly sounds: Pick<StoredSounds, 'read' | 'put' | 'remove'>
  /** Removes the files of what is deleted. */
  readonly sweep: () => Promise<void>
  readonly logger: Logger
  readonly converter: Pick<SoundConverter, 'convert'>
  /** Messages of a box have changed: lamps follow. */
  readonly changed: (box: Mailbox) => void
}

const params = z.object({ extensionId: z.uuid() })
const tags = ['voicemail']

/** Mailboxes of extensions, their messages and greetings, and the access for all of them. */
export function voicemailRoutes(parts: VoicemailApi): ApiRoutes {
  return (api) => {
    addMailbox(api, parts.database)
    addMessages(api, parts)
    addGreetings(api, parts)
    addAccess(api, parts.database)
  }
}

function addMailbox(api: Api, database: Database): void {
  const path = '/extensions/:extensionId/mailbox'
  const get = { tags, summary: "Get an extension's mailbox", params, response: { 200: mailboxView } }
  api.get(path, { config: ofOwnExtension, schema: get }, async (request) => {
    const id = request.params.extensionId
    const box = await inScope(database, principalOf(request), undefined, (tx) => viewOf(tx, id))
    if (box === undefined) throw new NotFound('mailbox of extension', id)
    return box
  })
  const summary = "Change an extension's mailbox: what is given is replaced. The first change makes it"
  const patch = { tags, summary, params, body: mailboxChange, response: { 200: mailboxView } }
  api.patch(path, { config: ofOwnExtension, schema: patch }, async (request) => {
    const id = request.params.extensionId
    const { pin, ...settings } = request.body
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
    const pinHash = pin === undefined ? undefined : await hashPin(pin)
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      if (settings.enabled !== false) await assertInPackage(tx, id, 'voicemail')
      const box = await changeMailbox(tx, id, (before) => ({ ...before, ...given }))
      if (box !== undefined && pinHash !== undefined) await storePin(tx, box.id, pinHash)
      return viewOf(tx, id)
    })
    if (changed === undefined) throw new NotFound('extension', id)
    return changed
  })
}

async function viewOf(tx: Tx, extensionId: string): Promise<z.infer<typeof mailboxView> | undefined> {
  const box = await findMailboxOf(tx, extensionId)
  if (box === undefined) return undefined
  const counts = await countMessages(tx, box.id)
  return {
    ...{ id: box.id, extensionId, ...structuredClone(box.settings) },
    ...{ hasPin: box.pinHash !== undefined, greetings: [...box.greetings.keys()] },
    ...{ newMessages: counts.new, savedMessages: counts.saved },
  }
}

function addAccess(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const get = { tags, summary: 'Get where users reach their mailboxes from any phone', querystring, response: { 200: accessView } }
  api.get('/mailbox-access', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const access = await database.withTenant(tenantId, (tx) => findAccess(tx, tenantId))
    if (access === undefined) throw new NotFound('mailbox access of tenant', tenantId)
    return access
  })
  const summary = 'Set where users reach their mailboxes from any phone, with extension and PIN'
  const patch = { tags, summary, querystring, body: accessChange, response: { 200: accessView } }
  api.patch('/mailbox-access', { schema: patch }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, (tx) => saveAccess(tx, tenantId, request.body.number))
  })
}
