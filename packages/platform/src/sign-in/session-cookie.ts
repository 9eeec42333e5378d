import type { Headers } from '../http/same-origin.ts'

/** Beyond loopback the browser itself holds `__Host-` cookies to https, to this host and to all paths (RFC 6265bis §4.1.3.2). */
const SESSION = { plain: 'klinke-session', secure: '__Host-klinke-session' }
const DEVICE = { plain: 'klinke-device', secure: '__Host-klinke-device' }
/** Of a sign-in under way at an identity provider, which leads back from another site: SameSite=Strict would keep this one from coming along. */
const SIGN_ON = { plain: 'klinke-sign-on', secure: '__Host-klinke-sign-on' }
const SIGN_ON_SECONDS = 600
/** A browser keeps at most 400 days. */
const DEVICE_SECONDS = 400 * 86_400

/**
 * The token of the session's cookie. Over https only the one that the browser holds to this host: the plain one another host of the same domain could have set, to
 * have somebody work in the session of somebody else.
 */
export function sessionToken(headers: Headers, protocol: string): string | undefined {
  return cookie(headers, SESSION.secure) ?? (protocol === 'https' ? undefined : cookie(headers, SESSION.plain))
}

/** The token by which a browser shows that its person has signed in here before. */
export function deviceToken(headers: Headers): string | undefined {
  return cookie(headers, DEVICE.secure) ?? cookie(headers, DEVICE.plain)
}

/** Scripts cannot read it, and other sites cannot make a browser send it. `secure`: the server is reached by https. */
export function sessionCookie(token: string, maxAgeSeconds: number, secure: boolean): string {
  return serialised(SESSION, token, maxAgeSeconds, secure)
}

/** Makes the browser forget the session. */
export function noSessionCookie(secure: boolean): string {
  return serialised(SESSION, '', 0, secure)
}

export function deviceCookie(token: string, secure: boolean): string {
  return serialised(DEVICE, token, DEVICE_SECONDS, secure)
}

/** The token by which a browser shows that it has begun the single sign-on that it ends. */
export function signOnToken(headers: Headers): string | undefined {
  return cookie(headers, SIGN_ON.secure) ?? cookie(headers, SIGN_ON.plain)
}

export function signOnCookie(token: string, secure: boolean): string {
  return serialised(SIGN_ON, token, SIGN_ON_SECONDS, secure, 'Lax')
}

export function noSignOnCookie(secure: boolean): string {
  return serialised(SIGN_ON, '', 0, secure, 'Lax')
}

function serialised(
  names: typeof SESSION,
  value: string,
  maxAgeSeconds: number,
  secure: boolean,
  sameSite: 'Strict' | 'Lax' = 'Strict',
): string {
  const name = secure ? names.secure : names.plain
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`
}

/** RFC 6265 §5.4: `name=value`, separated by `; `. */
function cookie({ cookie: header }: Headers, name: string): string | undefined {
  if (typeof header !== 'string') return undefined
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name && value.length > 0) return value.join('=')
  }
  return undefined
}
