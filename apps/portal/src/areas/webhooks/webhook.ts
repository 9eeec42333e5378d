import type { Answer, Entry } from '../../api/operation.ts'

export type Webhook = Answer<'GET /webhooks/{webhookId}'>
export type Topic = Webhook['topics'][number]
export type Delivery = Entry<'GET /webhooks/{webhookId}/deliveries'>

export const TOPICS: readonly Topic[] = [
  ...(['calls', 'call-records', 'presence', 'registrations', 'queues'] as const),
  ...(['conferences', 'mailboxes', 'recordings', 'configuration'] as const),
]

export interface WebhookValues {
  readonly url: string
  readonly description: string
  readonly topics: readonly Topic[]
}

export function valuesOf({ url, description, topics }: Webhook): WebhookValues {
  return { url, description, topics }
}
