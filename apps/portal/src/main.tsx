import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app/portal.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Portal } from './app/portal.tsx'
import { registerServiceWorker } from './app/service-worker.ts'
import { preloadFor } from './app/visible-areas.ts'

const place = document.getElementById('portal')
if (place === null) throw new Error('index.html has no element "portal".')
preloadFor(location.pathname)
createRoot(place).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
)
registerServiceWorker()
