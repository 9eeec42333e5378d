import { type Api, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { parseWav, WAV_HEADER_READ_OCTETS } from '@klinke/rtp'
import { z } from 'zod'
import { claimStorage } from '../storage/quota.ts'
import { inMailbox } from './message-routes.ts'
import type { VoicemailApi } from './routes.ts'
import { greetingParams, UnusableSound } from './rules.ts'
import { deleteGreeting, storeGreeting } from './store.ts'

const PATH = '/extensions/:extensionId/mailbox/greetings/:kind'
/** 60 s at 16 kHz, and a header. */
const MAX_GREETING_OCTETS = 2_000_000
const WAV = 'audio/wav'
const tags = ['voicemail']

/** Greetings as files (VM-04). */
export function addGreetings(api: Api, parts: VoicemailApi): void {
  // A scope of its own, so that only here a body may be sound.
  void api.register((scope, _options, done) => {
    if (!scope.hasContentTypeParser(WAV)) {
      scope.addContentTypeParser(WAV, { parseAs: 'buffer', bodyLimit: MAX_GREETING_OCTETS }, (_request, body, parsed) => parsed(null, body))
    }
    addUpload(scope, parts)
    addReading(scope, parts)
    done()
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, sounds, sweep, logger }: VoicemailApi): void {
  const summary = 'Set a greeting of a mailbox: 16-bit PCM WAV, one channel, 8 or 16 kHz'
  const schema = { tags, summary, consumes: [WAV], params: greetingParams, response: { 204: z.null() } }
  api.post(PATH, { config: ofOwnExtension, schema, bodyLimit: MAX_GREETING_OCTETS }, async (request, reply) => {
    const { extensionId, kind } = greetingParams.parse(request.params)
    const content = usable(request.body)
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

/** Throws `UnusableSound` for anything that the exchange could not play. */
function usable(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new UnusableSound('it is no audio/wav')
  const parsed = parseWav(body.subarray(0, WAV_HEADER_READ_OCTETS), body.length)
  if (!parsed.ok) throw new UnusableSound(parsed.error.kind === 'unsupported' ? 'it is not 16-bit PCM' : 'it is no whole WAV file')
  const { channels, sampleRateHz } = parsed.value
  if (channels !== 1) throw new UnusableSound(`it has ${channels} channels`)
  if (sampleRateHz !== 8_000 && sampleRateHz !== 16_000) throw new UnusableSound(`it has ${sampleRateHz} samples a second`)
  return body
}
