// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SupervisionOperations {
  /** Get how parties are told that they are listened to */
  readonly 'GET /supervision-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** `announce`: both are told before listening begins; `tone`: a tone before, and again and again; `consent`: nothing is heard, as the consents are on file */
      readonly notice: "announce" | "tone" | "consent"
      readonly toneEverySeconds: number
      /** Who has stated last that the consents of agents and callers are on file, and when */
      readonly consents: {
        readonly statedBy: string
        readonly statement: string
        readonly statedAt: string
      } | null
    }
  }
  /** Change how parties are told that they are listened to */
  readonly 'PATCH /supervision-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly notice?: "announce" | "tone" | "consent"
      readonly toneEverySeconds?: number
      /** Required with the notice `consent`: who states that the consents of agents and callers are on file, and where. Kept for ever */
      readonly consents?: {
        readonly statedBy: string
        readonly statement: string
      }
    }
    readonly answer: {
      /** `announce`: both are told before listening begins; `tone`: a tone before, and again and again; `consent`: nothing is heard, as the consents are on file */
      readonly notice: "announce" | "tone" | "consent"
      readonly toneEverySeconds: number
      /** Who has stated last that the consents of agents and callers are on file, and when */
      readonly consents: {
        readonly statedBy: string
        readonly statement: string
        readonly statedAt: string
      } | null
    }
  }
  /** List who may supervise */
  readonly 'GET /supervisors': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly extensionId: string
        readonly tenantId: string
        readonly watches: readonly ({
          readonly kind: "extension" | "group" | "queue"
          readonly targetId: string
        })[]
      })[]
    }
  }
  /** Get whom the extension may supervise */
  readonly 'GET /extensions/{extensionId}/supervision': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly watches: readonly ({
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      })[]
    }
  }
  /** Change whom the extension may supervise */
  readonly 'PATCH /extensions/{extensionId}/supervision': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly watches: readonly ({
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      })[]
    }
    readonly answer: {
      readonly watches: readonly ({
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      })[]
    }
  }
  /** List who supervises a call */
  readonly 'GET /live-calls/{callId}/supervision': {
    readonly path: { readonly callId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly extensionId: string
        readonly number: string
        /** The extension that is supervised */
        readonly agentId: string | null
        readonly mode: "listen" | "whisper" | "barge"
        readonly since: string
      })[]
    }
  }
  /** Supervise a call: the phone of the supervisor rings, and the parties are told before it hears them */
  readonly 'POST /live-calls/{callId}/supervision': {
    readonly path: { readonly callId: string }
    readonly body: {
      /** The supervisor: its phone rings */
      readonly extensionId: string
      /** Whom it supervises; absent: the first in the call that it may */
      readonly agentId?: string
      readonly mode?: "listen" | "whisper" | "barge"
    }
    readonly answer: {
      /** Of the supervisor */
      readonly callId: string
    }
  }
  /** Listen, whisper or barge in */
  readonly 'PATCH /live-calls/{callId}/supervision': {
    readonly path: { readonly callId: string }
    readonly body: {
      readonly mode: "listen" | "whisper" | "barge"
      /** Required when several supervise */
      readonly extensionId?: string
    }
    readonly answer: {
      readonly extensionId: string
      readonly number: string
      /** The extension that is supervised */
      readonly agentId: string | null
      readonly mode: "listen" | "whisper" | "barge"
      readonly since: string
    }
  }
  /** End the supervision of a call; its parties talk on */
  readonly 'DELETE /live-calls/{callId}/supervision': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly answer: null
  }
}
