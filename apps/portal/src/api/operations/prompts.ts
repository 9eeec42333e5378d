// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PromptsOperations {
  /** List prompts with their texts */
  readonly 'GET /prompts': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly texts: {
          readonly de: string
          readonly en: string
        }
        /** Languages in which the tenant has a recording of its own */
        readonly replaced: readonly ("de" | "en")[]
      })[]
    }
  }
  /** Hear a prompt (WAV): the tenant's own recording, or the product's */
  readonly 'GET /prompts/{promptId}/{language}': {
    readonly path: { readonly promptId: string; readonly language: "de" | "en" }
    readonly query?: { readonly tenantId?: string; readonly voice?: "own" | "product" }
    readonly answer: null
  }
  /** Go back to the product's prompt */
  readonly 'DELETE /prompts/{promptId}/{language}': {
    readonly path: { readonly promptId: string; readonly language: "de" | "en" }
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
  /** Replace a prompt by an own recording: WAV or MP3 */
  readonly 'POST /prompts/{promptId}/{language}': {
    readonly path: { readonly promptId: string; readonly language: "de" | "en" }
    readonly query?: { readonly tenantId?: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly octets: number
      readonly durationMs: number
    }
  }
}
