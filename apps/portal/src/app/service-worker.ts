/** Lets the browser keep the portal's own files, and install it as an app. Not while somebody works on the portal: there files change. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without one the portal works all the same.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
