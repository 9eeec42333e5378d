import type { Answer, Body } from '../../api/operation.ts'
import type { Rights } from '../../shared/rights/rights.ts'

export type SingleSignOn = Answer<'GET /single-sign-on/{singleSignOnId}'>

export interface SignOnValues extends Pick<SingleSignOn, 'enabled' | 'issuer' | 'clientId' | 'loginClaim' | 'domains'> {
  /** Empty: the one that is there. */
  readonly clientSecret: string
  readonly takesNewcomers: boolean
  readonly newcomerRights: Rights
}

export const NEW_SIGN_ON: SignOnValues = {
  ...{ enabled: true, issuer: '', clientId: '', clientSecret: '', loginClaim: 'email', domains: [] },
  ...{ takesNewcomers: false, newcomerRights: {} },
}

export function valuesOf({ enabled, issuer, clientId, loginClaim, domains, newcomerRights }: SingleSignOn): SignOnValues {
  const newcomers = { takesNewcomers: newcomerRights !== null, newcomerRights: newcomerRights ?? {} }
  return { enabled, issuer, clientId, clientSecret: '', loginClaim, domains, ...newcomers }
}

/** As the API takes it; `domains` only of who may enter them. */
export function bodyOf(values: SignOnValues, setsDomains: boolean): Omit<Body<'POST /single-sign-on'>, 'clientSecret' | 'tenantId'> {
  const { takesNewcomers, newcomerRights, clientSecret: _secret, domains, ...same } = values
  return { ...same, newcomerRights: takesNewcomers ? (newcomerRights ?? {}) : null, ...(setsDomains ? { domains } : {}) }
}
