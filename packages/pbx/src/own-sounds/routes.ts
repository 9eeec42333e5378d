import { readFile } from 'node:fs/promises'
import { type Api, type ApiRoutes, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { isSentence, promptText, SENTENCES } from '../prompts/catalogue.ts'
import { recordingOf } from '../prompts/prompts.ts'
import { type KeepingParts, keepSound, removeFiles } from './keep-sound.ts'
import { MAX_HOLD_MUSIC, MAX_UPLOAD_OCTETS, OrderIncomplete, SoundUnusable } from './rules.ts'
import { deleteOwnSounds, HOLD_MUSIC, listOwnSounds, type OwnSound, orderHoldMusic, promptPlace } from './store.ts'

const SOUND_TYPES = ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/mpeg', 'audio/mp3', 'application/octet-stream']
const forTenant = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const heard = z.strictObject({
  ...forTenant.shape,
  voice: z.enum(['own', 'product']).default('own').describe("The tenant's own recording, or the voice as delivered"),
})
const named = z.strictObject({ ...forTenant.shape, name: z.string().trim().min(1).max(100) })
const language = z.enum(['de', 'en'])
const promptParams = z.object({ promptId: z.string(), language })
const musicParams = z.object({ musicId: z.uuid() })
const soundView = z.object({ id: z.uuid(), name: z.string(), octets: z.int(), durationMs: z.int() })
const newOrder = z.strictObject({ order: z.array(z.uuid()).max(MAX_HOLD_MUSIC).describe('The id of each piece, once') })
const promptView = z.object({
  id: z.string(),
  texts: z.object({ de: z.string(), en: z.string() }),
  replaced: z.array(language).describe('Languages in which the tenant has a recording of its own'),
})

/** A tenant's own prompts and music on hold. */
export function ownSoundRoutes(parts: KeepingParts): ApiRoutes {
  return (api) => {
    addLists(api, parts)
    addHearing(api, parts)
    addRemoval(api, parts)
    // A scope of its own, so that only here a body may be sound.
    void api.register((scope, _options, done) => {
      const options = { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_OCTETS } as const
      scope.addContentTypeParser(SOUND_TYPES, options, (_request, body, parsed) => parsed(null, body))
      addUploads(scope, parts)
      done()
    })
  }
}

function addLists(api: Api, { database }: KeepingParts): void {
  const prompts = { tags: ['prompts'], summary: 'List prompts with their texts', querystring: forTenant }
  const promptList = { ...prompts, response: { 200: z.object({ items: z.array(promptView) }) } }
  api.get('/prompts', { schema: promptList }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const places = new Set((await database.withTenant(tenantId, listOwnSounds)).map(({ place }) => place))
    const items = Object.keys(SENTENCES)
      .filter(isSentence)
      .map((id) => ({
        id,
        texts: { de: promptText(id, 'de'), en: promptText(id, 'en') },
        replaced: language.options.filter((each) => places.has(promptPlace(id, each))),
      }))
    return { items }
  })
  const music = { tags: ['hold music'], summary: 'List music on hold, as it is played', querystring: forTenant }
  api.get('/hold-music', { schema: { ...music, response: { 200: z.object({ items: z.array(soundView) }) } } }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const sounds = await database.withTenant(tenantId, listOwnSounds)
    return musicIn(sounds)
  })
  const order = { tags: ['hold music'], summary: 'Put music on hold into an order', querystring: forTenant, body: newOrder }
  api.patch('/hold-music', { schema: { ...order, response: { 200: z.object({ items: z.array(soundView) }) } } }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      if (!(await orderHoldMusic(tx, request.body.order))) throw new OrderIncomplete()
      return musicIn(await listOwnSounds(tx))
    })
  })
}

function musicIn(sounds: readonly OwnSound[]) {
  return { items: sounds.filter(({ place }) => place === HOLD_MUSIC).map(view) }
}

/** What a tenant has recorded itself, to be heard before others hear it. */
function addHearing(api: Api, { database, blobs }: KeepingParts): void {
  const hear = async (sounds: readonly OwnSound[], wanted: (sound: OwnSound) => boolean): Promise<Uint8Array | undefined> => {
    const key = sounds.find(wanted)?.key
    return key === undefined ? undefined : await blobs.read(key)
  }
  const music = { tags: ['hold music'], summary: 'Hear music on hold (WAV)', params: musicParams, produces: ['audio/wav'] }
  api.get('/hold-music/:musicId/sound', { schema: music }, async (request, reply) => {
    const { musicId } = musicParams.parse(request.params)
    const sounds = await inScope(database, principalOf(request), undefined, listOwnSounds)
    const content = await hear(sounds, ({ id, place }) => id === musicId && place === HOLD_MUSIC)
    if (content === undefined) throw new NotFound('music on hold', musicId)
    return reply.type('audio/wav').send(content)
  })
  const own = { summary: "Hear a prompt (WAV): the tenant's own recording, or the product's", querystring: heard, produces: ['audio/wav'] }
  api.get('/prompts/:promptId/:language', { schema: { ...own, tags: ['prompts'], params: promptParams } }, async (request, reply) => {
    const { promptId, language: spoken } = promptParams.parse(request.params)
    const { tenantId: wanted, voice } = heard.parse(request.query)
    const tenantId = owningTenant(principalOf(request), wanted)
    if (voice === 'product') {
      const path = isSentence(promptId) ? recordingOf(promptId, spoken) : undefined
      if (path === undefined) throw new NotFound('prompt', promptId)
      return reply.type('audio/wav').send(await readFile(path))
    }
    const sounds = await database.withTenant(tenantId, listOwnSounds)
    const content = await hear(sounds, ({ place }) => place === promptPlace(promptId, spoken))
    if (content === undefined) throw new NotFound('own recording of prompt', promptId)
    return reply.type('audio/wav').send(content)
  })
}

function addUploads(api: Pick<Api, 'post'>, parts: KeepingParts): void {
  const body = { consumes: SOUND_TYPES, response: { 201: soundView } }
  const replace = { ...body, tags: ['prompts'], summary: 'Replace a prompt by an own recording: WAV or MP3' }
  const options = { bodyLimit: MAX_UPLOAD_OCTETS }
  api.post(
    '/prompts/:promptId/:language',
    { ...options, schema: { ...replace, params: promptParams, querystring: forTenant } },
    async (request, reply) => {
      const { promptId, language: spoken } = promptParams.parse(request.params)
      if (!isSentence(promptId)) throw new NotFound('prompt', promptId)
      const tenantId = owningTenant(principalOf(request), forTenant.parse(request.query).tenantId)
      const upload = { tenantId, place: promptPlace(promptId, spoken), name: promptId, octets: soundIn(request.body) }
      return reply.code(201).send(view(await keepSound(upload, parts)))
    },
  )
  const add = { ...body, tags: ['hold music'], summary: 'Add music on hold: WAV or MP3', querystring: named }
  api.post('/hold-music', { ...options, schema: add }, async (request, reply) => {
    const { tenantId: wanted, name } = named.parse(request.query)
    const tenantId = owningTenant(principalOf(request), wanted)
    return reply.code(201).send(view(await keepSound({ tenantId, place: HOLD_MUSIC, name, octets: soundIn(request.body) }, parts)))
  })
}

function addRemoval(api: Api, { database, blobs }: KeepingParts): void {
  const back = { tags: ['prompts'], summary: "Go back to the product's prompt", params: promptParams, querystring: forTenant }
  api.delete('/prompts/:promptId/:language', { schema: { ...back, response: { 204: z.null() } } }, async (request, reply) => {
    const { promptId, language: spoken } = request.params
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const gone = await database.withTenant(tenantId, (tx) => deleteOwnSounds(tx, { place: promptPlace(promptId, spoken) }))
    if (gone.length === 0) throw new NotFound('replacement of prompt', promptId)
    await removeFiles(gone, blobs)
    return reply.code(204).send(null)
  })
  const remove = { tags: ['hold music'], summary: 'Delete music on hold', params: musicParams, response: { 204: z.null() } }
  api.delete('/hold-music/:musicId', { schema: remove }, async (request, reply) => {
    const id = request.params.musicId
    const gone = await inScope(database, principalOf(request), undefined, (tx) => deleteOwnSounds(tx, { id }))
    if (gone.length === 0) throw new NotFound('music on hold', id)
    await removeFiles(gone, blobs)
    return reply.code(204).send(null)
  })
}

function view({ id, name, octets, durationMs }: OwnSound): z.infer<typeof soundView> {
  return { id, name, octets, durationMs }
}

function soundIn(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new SoundUnusable('no sound: the body is empty or its Content-Type is not audio/wav or audio/mpeg')
  return body
}
