// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface WebhooksOperations {
  /** List webhooks */
  readonly 'GET /webhooks': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly url: string
        readonly description: string
        readonly topics: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
        readonly active: boolean
        /** null while deliveries succeed */
        readonly failingSince: string | null
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a webhook */
  readonly 'POST /webhooks': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Where events are sent by POST; a public address */
      readonly url: string
      /** What is sent */
      readonly topics: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
      readonly description?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly url: string
      readonly description: string
      readonly topics: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
      readonly active: boolean
      /** null while deliveries succeed */
      readonly failingSince: string | null
      readonly createdAt: string
      /** Shown this once; it signs what is sent (Standard Webhooks) */
      readonly secret: string
    }
  }
  /** Get a webhook */
  readonly 'GET /webhooks/{webhookId}': {
    readonly path: { readonly webhookId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly url: string
      readonly description: string
      readonly topics: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
      readonly active: boolean
      /** null while deliveries succeed */
      readonly failingSince: string | null
      readonly createdAt: string
    }
  }
  /** Change a webhook */
  readonly 'PATCH /webhooks/{webhookId}': {
    readonly path: { readonly webhookId: string }
    readonly body: {
      /** Where events are sent by POST; a public address */
      readonly url?: string
      /** What is sent */
      readonly topics?: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
      readonly description?: string
      /** True takes up again what was disabled after a day of failures */
      readonly active?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly url: string
      readonly description: string
      readonly topics: readonly ("calls" | "call-records" | "registrations" | "presence" | "queues" | "conferences" | "mailboxes" | "recordings" | "configuration")[]
      readonly active: boolean
      /** null while deliveries succeed */
      readonly failingSince: string | null
      readonly createdAt: string
    }
  }
  /** Delete a webhook with its log */
  readonly 'DELETE /webhooks/{webhookId}': {
    readonly path: { readonly webhookId: string }
    readonly answer: null
  }
  /** Rotate the secret: for a day what is sent is signed by both */
  readonly 'POST /webhooks/{webhookId}/rotate-secret': {
    readonly path: { readonly webhookId: string }
    readonly answer: {
      /** Shown this once; it signs what is sent (Standard Webhooks) */
      readonly secret: string
    }
  }
  /** Send a test now, and tell what came of it */
  readonly 'POST /webhooks/{webhookId}/test': {
    readonly path: { readonly webhookId: string }
    readonly answer: {
      readonly delivered: boolean
      readonly status: number | null
      readonly error: string | null
    }
  }
  /** List what was sent, the newest first, for 30 days */
  readonly 'GET /webhooks/{webhookId}/deliveries': {
    readonly path: { readonly webhookId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly state?: "waiting" | "delivered" | "failed" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly type: string
        readonly state: "waiting" | "delivered" | "failed"
        readonly attempts: number
        readonly lastStatus: number | null
        readonly lastError: string | null
        readonly createdAt: string
        readonly nextAttemptAt: string | null
        readonly deliveredAt: string | null
        /** What is sent */
        readonly body: unknown
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Send a delivery once more */
  readonly 'POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay': {
    readonly path: { readonly webhookId: string; readonly deliveryId: string }
    readonly answer: null
  }
}
