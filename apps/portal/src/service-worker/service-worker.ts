/**
 * Keeps the portal's files whose names change with their content, and nothing else; tells the telephone what is pressed in its notifications: pages and answers of the API always come from the server.
 */
declare const self: ServiceWorkerGlobalScope

const CACHE = 'klinke-assets'
/** Some builds of the portal; older files go first. */
const MAX_FILES = 200

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method === 'GET' && origin === self.location.origin && pathname.startsWith('/assets/')) event.respondWith(kept(event.request))
})

// A call that rings on the desktop: the window with the telephone knows what to do.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(tellWindows(event.action, event.notification.tag))
})

async function tellWindows(action: string, tag: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' })
  for (const window of windows) window.postMessage({ kind: 'notification', action, tag })
  // To reject, one need not look.
  if (action !== 'reject') await windows[0]?.focus().catch(() => undefined)
}

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const known = await cache.match(request)
  if (known !== undefined) return known
  const response = await fetch(request)
  if (response.ok) {
    await cache.put(request, response.clone())
    await forgetOldest(cache)
  }
  return response
}

async function forgetOldest(cache: Cache): Promise<void> {
  const files = await cache.keys()
  await Promise.all(files.slice(0, Math.max(0, files.length - MAX_FILES)).map((file) => cache.delete(file)))
}

export {}
