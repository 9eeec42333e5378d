import { type Api, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { MAX_UPLOAD_OCTETS } from '../own-sounds/rules.ts'
import { SOUND_TYPES } from '../sounds/sound-types.ts'
import { claimStorage } from '../storage/quota.ts'
import { inMailbox } from './message-routes.ts'
import type { VoicemailApi } from './routes.ts'
import { greetingParams, UnusableSound } from './rules.ts'
import { deleteGreeting, storeGreeting } from './store.ts'

const PATH = '/extensions/:extensionId/mailbox/greetings/:kind'
/** Whoever calls wants to leave a message; by phone a greeting is no longer either. */
const MAX_GREETING_SECONDS = 60
const WAV = 'audio/wav'
const tags = ['voicemail']

/** Greetings as files (VM-04). */
export function addGreetings(api: Api, parts: VoicemailApi): void {
  // A scope of its own, so that only here a body may be sound.
  void api.register((scope, _options, done) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_OCTETS } as const
    scope.addContentTypeParser(SOUND_TYPES, options, (_request, body, parsed) => parsed(null, body))
    addUpload(scope, parts)
    addReading(scope, parts)
    done()
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, sounds, sweep, logger, converter }: VoicemailApi): void {
  const summary = 'Set a greeting of a mailbox: WAV or MP3, 60 s at most'
  const schema = { tags, summary, consumes: SOUND_TYPES, params: greetingParams, response: { 204: z.null() } }
  api.post(PATH, { config: ofOwnExtension, schema, bodyLimit: MAX_UPLOAD_OCTETS }, async (request, reply) => {
    const { extensionId, kind } = greetingParams.parse(request.params)
    // Whose mailbox it is first: nobody has files converted for another's.
    await inMailbox(database, principalOf(request), extensionId, () => Promise.resolve())
    const content = await usable(request.body, converter)
    const tenantId = await inMailbox(database, principalOf(request), extensionId, async (tx, box) => {
      await claimStorage(tx, box.tenantId, content.length, logger)
      return box.tenantId
    })
    const sound = await sounds.put(tenantId, content)
    try {
      const file = { sound, sizeBytes: content.length }
      await inMailbox(database, principalOf(request), extensionId, (tx, box) => storeGreeting(tx, box, kind, file))
    } catch (error) {
      await sounds.remove(tenantId, sound)
      throw error
    }
    await sweep()
    return reply.code(204).send(null)
  })
}

function addReading(api: Pick<Api, 'get' | 'delete'>, { database, sounds, sweep }: VoicemailApi): void {
  const get = { tags, summary: 'Get a recorded greeting (WAV)', params: greetingParams, produces: [WAV] }
  api.get(PATH, { config: ofOwnExtension, schema: get }, async (request, reply) => {
    const { extensionId, kind } = greetingParams.parse(request.params)
    const box = await inMailbox(database, principalOf(request), extensionId, (_tx, own) => Promise.resolve(own))
    const name = box.greetings.get(kind)
    const content = name && (await sounds.read(box.tenantId, name))
    if (!content) throw new NotFound('greeting', kind)
    return reply.type(WAV).send(content)
  })
  const remove = { tags, summary: 'Delete a recorded greeting', params: greetingParams, response: { 204: z.null() } }
  api.delete(PATH, { config: ofOwnExtension, schema: remove }, async (request, reply) => {
    const { extensionId, kind } = greetingParams.parse(request.params)
    if (!(await inMailbox(database, principalOf(request), extensionId, (tx, box) => deleteGreeting(tx, box.id, kind)))) {
      throw new NotFound('greeting', kind)
    }
    await sweep()
    return reply.code(204).send(null)
  })
}

/** The greeting as the exchange plays it. Throws `UnusableSound` for anything that is no sound, and `ConverterBusy`. */
async function usable(body: unknown, converter: VoicemailApi['converter']): Promise<Uint8Array> {
  if (!Buffer.isBuffer(body)) throw new UnusableSound('there is no file')
  const converted = await converter.convert(body)
  if (!converted.ok) throw new UnusableSound(`it is ${converted.error}`)
  const seconds = Math.ceil(converted.value.durationMs / 1000)
  if (seconds > MAX_GREETING_SECONDS) throw new UnusableSound(`it is ${seconds} s long`)
  return converted.value.wav
}
