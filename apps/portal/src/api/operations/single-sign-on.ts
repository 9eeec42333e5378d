// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SingleSignOnOperations {
  /** List single sign-on of tenants */
  readonly 'GET /single-sign-on': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly enabled: boolean
        /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
        readonly issuer: string
        readonly clientId: string
        /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
        readonly loginClaim: "email" | "preferred_username" | "upn"
        /** Rights of people who have no login yet and get one; null: they are refused */
        readonly newcomerRights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
        /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
        readonly domains: readonly string[]
        /** Registered at the provider: where it sends people back to */
        readonly redirectUri: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Set up single sign-on of a tenant */
  readonly 'POST /single-sign-on': {
    readonly body: {
      readonly enabled?: boolean
      /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
      readonly issuer: string
      readonly clientId: string
      /** Kept encrypted, never shown */
      readonly clientSecret: string
      /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
      readonly loginClaim?: "email" | "preferred_username" | "upn"
      /** Rights of people who have no login yet and get one; null: they are refused */
      readonly newcomerRights?: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
      readonly domains?: readonly string[]
      readonly tenantId?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly enabled: boolean
      /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
      readonly issuer: string
      readonly clientId: string
      /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
      readonly loginClaim: "email" | "preferred_username" | "upn"
      /** Rights of people who have no login yet and get one; null: they are refused */
      readonly newcomerRights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
      readonly domains: readonly string[]
      /** Registered at the provider: where it sends people back to */
      readonly redirectUri: string
      readonly createdAt: string
    }
  }
  /** Get single sign-on of a tenant */
  readonly 'GET /single-sign-on/{singleSignOnId}': {
    readonly path: { readonly singleSignOnId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly enabled: boolean
      /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
      readonly issuer: string
      readonly clientId: string
      /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
      readonly loginClaim: "email" | "preferred_username" | "upn"
      /** Rights of people who have no login yet and get one; null: they are refused */
      readonly newcomerRights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
      readonly domains: readonly string[]
      /** Registered at the provider: where it sends people back to */
      readonly redirectUri: string
      readonly createdAt: string
    }
  }
  /** Change single sign-on of a tenant */
  readonly 'PATCH /single-sign-on/{singleSignOnId}': {
    readonly path: { readonly singleSignOnId: string }
    readonly body: {
      readonly enabled?: boolean
      /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
      readonly issuer?: string
      readonly clientId?: string
      /** Kept encrypted, never shown */
      readonly clientSecret?: string
      /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
      readonly loginClaim?: "email" | "preferred_username" | "upn"
      /** Rights of people who have no login yet and get one; null: they are refused */
      readonly newcomerRights?: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
      readonly domains?: readonly string[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly enabled: boolean
      /** Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere" */
      readonly issuer: string
      readonly clientId: string
      /** Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it */
      readonly loginClaim: "email" | "preferred_username" | "upn"
      /** Rights of people who have no login yet and get one; null: they are refused */
      readonly newcomerRights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Domains of mail addresses that the provider may speak for; the operator or reseller enters them */
      readonly domains: readonly string[]
      /** Registered at the provider: where it sends people back to */
      readonly redirectUri: string
      readonly createdAt: string
    }
  }
  /** End single sign-on of a tenant */
  readonly 'DELETE /single-sign-on/{singleSignOnId}': {
    readonly path: { readonly singleSignOnId: string }
    readonly answer: null
  }
  /** Test whether the provider answers and takes our client */
  readonly 'POST /single-sign-on/{singleSignOnId}/test': {
    readonly path: { readonly singleSignOnId: string }
    readonly answer: {
      /** "away": nobody answers as an OpenID provider; "client-refused": client id or secret is wrong */
      readonly state: "works" | "away" | "client-refused" | "unclear"
    }
  }
}
