import type { Answer, Body } from '../api/operation.ts'

/** Passkeys need a secure page at a name (WebAuthn §5.1); older browsers cannot read the server's JSON. */
export function canPasskeys(): boolean {
  const isAddress = /^[\d.]+$|^\[/.test(location.hostname)
  return !isAddress && 'PublicKeyCredential' in globalThis && 'parseCreationOptionsFromJSON' in PublicKeyCredential
}

/** Has the device make a passkey; undefined when the person or the device did not want to. */
export async function makePasskey(
  options: Answer<'POST /me/passkeys/options'>['options'],
): Promise<Body<'POST /me/passkeys'>['passkey'] | undefined> {
  // The server makes these options by the same specification that the browser reads them by.
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
  const credential = await navigator.credentials.create({ publicKey }).catch(noneWhenRefused)
  if (!(credential instanceof PublicKeyCredential)) return undefined
  const { id, rawId, clientExtensionResults, response } = credential.toJSON()
  if (!('attestationObject' in response)) return undefined
  return { id, rawId, type: 'public-key', clientExtensionResults: { ...clientExtensionResults }, response }
}

/** Has somebody prove by a passkey who it is; undefined when the person or the device did not want to. */
export async function provePasskey(
  options: Answer<'POST /sign-in/passkey/options'>['options'],
): Promise<Body<'POST /sign-in/passkey'>['passkey'] | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
  const credential = await navigator.credentials.get({ publicKey }).catch(noneWhenRefused)
  if (!(credential instanceof PublicKeyCredential)) return undefined
  const { id, rawId, clientExtensionResults, response } = credential.toJSON()
  if (!('signature' in response)) return undefined
  return { id, rawId, type: 'public-key', clientExtensionResults: { ...clientExtensionResults }, response }
}

/** Cancelled, timed out, or known to the device already: browsers do not tell them apart on purpose. */
function noneWhenRefused(error: unknown): null {
  if (error instanceof DOMException && ['NotAllowedError', 'InvalidStateError', 'AbortError'].includes(error.name)) return null
  throw error
}
