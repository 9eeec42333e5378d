import { KlinkeError } from '@klinke/foundation'
import { z } from 'zod'
import type { Topic } from '../event-stream/event.ts'
import { TOPICS } from '../event-stream/event.ts'
import type { ProblemTable } from '../http/problem.ts'
import type { Area } from '../http/rights.ts'
import type { Delivery, Webhook } from './store.ts'

/** Of a tenant. */
export const MAX_WEBHOOKS = 20
/** So long the secret before a rotation signs too. */
export const OLD_SECRET_SECONDS = 86_400

/** Who may hear of a topic may have it sent. */
export const AREA_OF_TOPIC: Readonly<Record<Topic, Area>> = {
  calls: 'live',
  'call-records': 'reports',
  registrations: 'live',
  presence: 'extensions',
  queues: 'routing',
  conferences: 'routing',
  mailboxes: 'extensions',
  recordings: 'recordings',
  configuration: 'settings',
}

const url = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .meta({ examples: ['https://crm.example.org/klinke'] })
  .describe('Where events are sent by POST; a public address')
const topics = z.array(z.enum(TOPICS)).min(1).max(TOPICS.length).describe('What is sent')
const description = z.string().trim().max(200)

export const newWebhook = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  ...{ url, topics, description: description.default('') },
})
export const webhookChange = z.strictObject({
  ...{ url: url.optional(), topics: topics.optional(), description: description.optional() },
  active: z.boolean().optional().describe('True takes up again what was disabled after a day of failures'),
})
export const webhookView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), url: z.string(), description: z.string(), topics: z.array(z.enum(TOPICS)) },
  active: z.boolean(),
  failingSince: z.iso.datetime().nullable().describe('null while deliveries succeed'),
  createdAt: z.iso.datetime(),
})
export const deliveryView = z.object({
  ...{ id: z.uuid(), type: z.string(), state: z.enum(['waiting', 'delivered', 'failed']), attempts: z.int() },
  ...{ lastStatus: z.int().nullable(), lastError: z.string().nullable(), createdAt: z.iso.datetime() },
  ...{ nextAttemptAt: z.iso.datetime().nullable(), deliveredAt: z.iso.datetime().nullable() },
  body: z.unknown().describe('What is sent'),
})

export function viewWebhook(row: Webhook): z.infer<typeof webhookView> {
  const { id, url: shownUrl, description: text, topics: wanted, active } = row
  return {
    ...{ id, tenantId: row.tenant_id, url: shownUrl, description: text, topics: wanted, active },
    ...{ failingSince: row.failing_since?.toISOString() ?? null, createdAt: row.created_at.toISOString() },
  }
}

export function viewDelivery(row: Delivery): z.infer<typeof deliveryView> {
  const { id, type, state, attempts } = row
  return {
    ...{ id, type, state, attempts, lastStatus: row.last_status, lastError: row.last_error, createdAt: row.created_at.toISOString() },
    nextAttemptAt: state === 'waiting' ? row.next_at.toISOString() : null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    body: JSON.parse(row.body),
  }
}

export class TooManyWebhooks extends KlinkeError {
  constructor() {
    super('too-many-webhooks', `A tenant has ${MAX_WEBHOOKS} webhooks at most. Delete one that is not used.`)
  }
}

export const webhookProblems: ProblemTable = {
  'too-many-webhooks': {
    status: 422,
    title: { en: 'Too many webhooks', de: 'Zu viele Webhooks' },
    germanDetail: 'Mehr Webhooks kann ein Kunde nicht haben. Löschen Sie einen, der nicht gebraucht wird.',
  },
}
