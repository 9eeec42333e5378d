import type { ApiRoutes } from '@klinke/platform'

const PAGE = `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Klinke</title>
<style>body{font:16px/1.5 sans-serif;max-width:40em;margin:3em auto;padding:0 1em}</style></head>
<body>
<h1>Klinke</h1>
<p>Diese Telefonanlage läuft. Verwaltet wird sie über die <a href="/api/v1/openapi.json">REST-API</a>; die Zugangsdaten der Vorführung
stehen in <code>demo.json</code> im Datenverzeichnis. Zustand: <a href="/health/ready">bereit?</a></p>
<p lang="en">This telephone exchange is running. It is managed through the <a href="/api/v1/openapi.json">REST API</a>; the demo's
accounts are in <code>demo.json</code> in the data folder. State: <a href="/health/ready">ready?</a></p>
</body>
</html>
`

/** What a person sees who opens the server's address in a browser. */
export const homePage: ApiRoutes = (server) => {
  server.get('/', { schema: { hide: true }, config: { access: 'public' } }, (_request, reply) => reply.type('text/html').send(PAGE))
}
