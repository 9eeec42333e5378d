import { type Api, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { MAX_UPLOAD_OCTETS, SoundUnusable } from '../own-sounds/rules.ts'
import { SOUND_TYPES } from '../sounds/sound-types.ts'
import { type AnnouncementParts, keepAnnouncement, type NewSound } from './keep-announcement.ts'
import { announcementView, language, spokenText } from './rules.ts'
import { speak } from './speak.ts'
import { deleteSound } from './store.ts'
import { announcementOf, viewAnnouncement } from './views.ts'

const PATH = '/announcements/:announcementId/sounds/:language'
const params = z.object({ announcementId: z.uuid(), language })
const tags = ['announcements']

/** What announcements say, in German and English. */
export function soundRoutes(api: Api, parts: AnnouncementParts): void {
  addSpeech(api, parts)
  addReading(api, parts)
  // A scope of its own, so that only here a body may be sound.
  void api.register((scope, _options, done) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_OCTETS } as const
    scope.addContentTypeParser(SOUND_TYPES, options, (_request, body, parsed) => parsed(null, body))
    addUpload(scope, parts)
    done()
  })
}

function addUpload(api: Pick<Api, 'post'>, parts: AnnouncementParts): void {
  const schema = {
    tags,
    summary: 'Send what an announcement says: WAV or MP3',
    consumes: SOUND_TYPES,
    params,
    response: { 201: announcementView },
  }
  api.post(PATH, { bodyLimit: MAX_UPLOAD_OCTETS, schema }, async (request, reply) => {
    const { announcementId, language: spoken } = params.parse(request.params)
    const { tenantId } = await announcementOf(parts, principalOf(request), announcementId)
    const sound = { tenantId, announcementId, language: spoken, octets: soundIn(request.body), spoken: null }
    return reply.code(201).send(await kept(sound, parts))
  })
}

function addSpeech(api: Api, parts: AnnouncementParts): void {
  const summary = 'Let the machine speak a text; needs espeak-ng on the server'
  const schema = { tags, summary, params, body: spokenText, response: { 201: announcementView } }
  api.post(`${PATH}/spoken`, { schema }, async (request, reply) => {
    const { announcementId, language: spoken } = request.params
    const { tenantId } = await announcementOf(parts, principalOf(request), announcementId)
    const { text } = request.body
    const octets = await speak(text, spoken)
    return reply.code(201).send(await kept({ tenantId, announcementId, language: spoken, octets, spoken: text }, parts))
  })
}

function addReading(api: Api, parts: AnnouncementParts): void {
  api.get(
    PATH,
    { schema: { tags, summary: 'Hear what an announcement says (WAV)', params, produces: ['audio/wav'] } },
    async (request, reply) => {
      const { announcementId, language: wanted } = params.parse(request.params)
      const { sounds } = await announcementOf(parts, principalOf(request), announcementId)
      const key = sounds.find((sound) => sound.language === wanted)?.key
      const content = key && (await parts.blobs.read(key))
      if (!content) throw new NotFound(`sound of announcement ${announcementId} in`, wanted)
      return reply.type('audio/wav').send(content)
    },
  )
  const remove = { tags, summary: 'Delete what an announcement says in one language', params, response: { 204: z.null() } }
  api.delete(PATH, { schema: remove }, async (request, reply) => {
    const { announcementId, language: spoken } = request.params
    const { tenantId } = await announcementOf(parts, principalOf(request), announcementId)
    const gone = await parts.database.withTenant(tenantId, (tx) => deleteSound(tx, announcementId, spoken))
    if (gone === undefined) throw new NotFound(`sound of announcement ${announcementId} in`, spoken)
    await parts.blobs.remove(gone.key)
    return reply.code(204).send(null)
  })
}

async function kept(sound: NewSound, parts: AnnouncementParts): Promise<z.infer<typeof announcementView>> {
  const announcement = await keepAnnouncement(sound, parts)
  if (announcement === undefined) throw new NotFound('announcement', sound.announcementId)
  return viewAnnouncement(announcement)
}

function soundIn(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new SoundUnusable('no sound: the body is empty or its Content-Type is not audio/wav or audio/mpeg')
  }
  return body
}
