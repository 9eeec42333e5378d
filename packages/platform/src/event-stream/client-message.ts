import { z } from 'zod'
import { TOPICS } from './event.ts'

const topicList = z.array(z.enum(TOPICS)).max(TOPICS.length)
const lastId = z.string().max(40)

/** What a client may say. */
export const clientMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('subscribe'),
    topics: topicList.describe('In place of those before'),
    tenantId: z.uuid().optional().describe('Only of this tenant'),
    after: lastId.optional().describe('Id of the last event that the client has seen'),
  }),
  z.strictObject({ kind: z.literal('ping') }),
])
export type ClientMessage = z.infer<typeof clientMessage>

/** The same as the query of the connection, for clients that say nothing. */
export const eventQuery = z.strictObject({
  topics: z
    .string()
    .max(200)
    .optional()
    .transform((text) => (text === undefined ? undefined : text.split(',')))
    .pipe(topicList.optional())
    .describe(`Topics, separated by commas: ${TOPICS.join(', ')}. Absent: none until the client subscribes`)
    .meta({ example: 'calls,presence' }),
  tenantId: z.uuid().optional().describe('Only of this tenant'),
  after: lastId.optional().describe('Id of the last event that the client has seen: what came after is sent again'),
})

/** What a client has said; undefined when it cannot be understood. */
export function readClientMessage(text: string): ClientMessage | undefined {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
