/** What a request over plain HTTP is told where HTTPS is served. */
export interface PlainAnswer {
  readonly status: 200 | 308 | 403 | 404
  readonly location?: string
  readonly body: string
}

export interface PlainOptions {
  /** `https://HOST`: the one place that anybody is sent to, whatever the request names as its host. */
  readonly publicUrl: string
  /** The answer to an ACME challenge by its token (RFC 8555 §8.3). */
  readonly challenge: (token: string) => string | undefined
}

const CHALLENGE = /^\/\.well-known\/acme-challenge\/([\w-]+)$/

/** Answers challenges and leads readers to https. What would change something is refused: its secrets have crossed the network in the clear already. */
export function plainAnswer(method: string, target: string, { publicUrl, challenge }: PlainOptions): PlainAnswer {
  const [, token] = CHALLENGE.exec(target) ?? []
  if (token !== undefined) {
    const answer = challenge(token)
    return answer === undefined ? { status: 404, body: 'There is no such challenge.\n' } : { status: 200, body: answer }
  }
  if (method !== 'GET' && method !== 'HEAD') return { status: 403, body: `Only over https: ${publicUrl}\n` }
  // A target that is no path (RFC 9112 §3.2.2), put behind the host, would make another host of it.
  const location = publicUrl + (target.startsWith('/') ? target : '/')
  return { status: 308, location, body: `${location}\n` }
}
