import { openBilling } from '@klinke/billing'
import { openPbx } from '@klinke/pbx'
import { createApiServer } from '@klinke/platform'
import { apiParts } from './api.ts'

/**
 * The OpenAPI document of the whole API, without a database or telephone: for the types of the portal. Routes only
 * describe themselves here, and nothing calls what they stand on.
 */
export async function describeApi(): Promise<object> {
  const ground: Parameters<typeof openPbx>[0] = {
    ...{ database: nothing(), directory: nothing(), clock: nothing(), random: nothing(), logger: nothing(), blobs: nothing() },
    ...{ outside: nothing(), dataDir: '' },
  }
  const pbx = openPbx(ground)
  const secrets: Parameters<typeof createApiServer>[0]['secrets'] = nothing()
  const parts = apiParts(
    { ...ground, secrets },
    {
      ...{
        control: nothing(),
        registrar: nothing(),
        pbx,
        directory: nothing(),
        blobs: nothing(),
        webPhones: nothing(),
        addresses: nothing(),
      },
      ...{
        traces: nothing(),
        lines: nothing(),
        trunks: nothing(),
        rules: nothing(),
        routes: nothing(),
        limits: nothing(),
        node: nothing(),
      },
      ...{ guard: nothing(), portings: nothing(), tickets: nothing() },
    },
    { signIn: nothing(), events: nothing(), webhooks: nothing() },
    openBilling({ ...ground, secrets, mail: undefined, portalUrl: '', usage: nothing() }),
  )
  const server = await createApiServer({ ...ground, secrets, ...parts })
  try {
    return server.swagger()
  } finally {
    await server.close()
  }
}

/** Stands for anything: every property is the same again, every call answers it. Awaited, it is there at once. */
function nothing<T extends object>(): T {
  const itself: object = new Proxy(() => undefined, {
    get: (_target, name) => (name === 'then' ? undefined : itself),
    apply: () => itself,
  })
  return itself as T
}
