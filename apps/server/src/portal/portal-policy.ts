/** What the build writes where a page's nonce belongs (apps/portal/vite.config.ts). */
export const NONCE_PLACE = '__CSP_NONCE__'

/**
 * The rules under which browsers run the portal (CSP level 3): scripts only from this server's own files, none inline, nothing from elsewhere.
 * The component library writes its colours as a style element, which the nonce allows; style attributes are set by script, which needs no leave.
 */
export function pagePolicy(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'same-origin',
  }
}

/** On every file: a browser believes our word for what it is. */
export const FILE_POLICY = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' } as const
