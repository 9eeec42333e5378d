import { randomBytes } from 'node:crypto'
import { type ApiRoutes, type FastifyReply, NoSuchRoute } from '@klinke/platform'
import { type PortalFile, type PortalFiles, readPortalFiles, START_PAGE } from './portal-files.ts'
import { FILE_POLICY, NONCE_PLACE, pagePolicy } from './portal-policy.ts'

/** What never is a page of the portal: a wrong path there must say so, not show the portal. */
const NO_PAGES = /^\/(api|sip|health|assets)(\/|$)/
const NONCE_OCTETS = 16
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Kept, but asked after each time. */
const ASK_AGAIN = 'no-cache'

const NOT_BUILT = `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Klinke</title></head>
<body><h1>Klinke</h1>
<p>Diese Telefonanlage läuft. Das Portal ist noch nicht gebaut: <code>npm run portal:build</code>, dann neu starten.</p>
<p lang="en">This telephone exchange is running. The portal is not built yet: <code>npm run portal:build</code>, then restart.</p>
</body></html>
`

/** Serves the built portal from `folder` at `/`; paths that are no file and not the API's are pages of the portal. */
export function portalPages(folder: string): ApiRoutes {
  const files = readPortalFiles(folder)
  const options = { schema: { hide: true }, config: { access: 'public' } } as const
  return (server) => {
    server.get('/*', options, (request, reply) => {
      const [path = '/'] = request.url.split('?')
      const file = files.get(path)
      if (file !== undefined && path !== START_PAGE) return sendFile(file, request.headers, reply)
      if (isPage(path)) return sendPage(files, reply)
      throw new NoSuchRoute(`GET ${path}`)
    })
  }
}

/** A name with an ending would be a file. */
function isPage(path: string): boolean {
  return !NO_PAGES.test(path) && (path === START_PAGE || !/\.[^/]*$/.test(path))
}

function sendPage(files: PortalFiles, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(NONCE_OCTETS).toString('base64url')
  const page = files.get(START_PAGE)?.plain.toString() ?? NOT_BUILT
  return reply
    .headers({ ...FILE_POLICY, ...pagePolicy(nonce), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE_PLACE, nonce))
}

interface Asked {
  readonly 'if-none-match'?: string | undefined
  readonly 'accept-encoding'?: string | string[] | undefined
}

function sendFile(file: PortalFile, asked: Asked, reply: FastifyReply): FastifyReply {
  const caching = file.isHashed ? FOR_EVER : ASK_AGAIN
  reply.headers({ ...FILE_POLICY, etag: file.etag, 'cache-control': caching, vary: 'accept-encoding' })
  if (asked['if-none-match'] === file.etag) return reply.code(304).send()
  const accepted = String(asked['accept-encoding'] ?? '')
  for (const coding of ['br', 'gzip'] as const) {
    const coded = file.coded[coding]
    if (coded !== undefined && accepts(accepted, coding)) return reply.header('content-encoding', coding).type(file.type).send(coded)
  }
  return reply.type(file.type).send(file.plain)
}

function accepts(encodings: string, coding: string): boolean {
  return encodings.split(',').some((part) => {
    const [name = '', weight = ''] = part.split(';')
    return name.trim() === coding && !/q=0(\.0*)?\s*$/.test(weight)
  })
}
