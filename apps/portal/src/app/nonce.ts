declare global {
  interface Window {
    /** Read by the library that stops the page behind a dialogue from scrolling, when it writes its style element. */
    __webpack_nonce__?: string
  }
}

/** The nonce that the server's policy allows style elements with; it is in the page, where scripts may read it but styles not. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
  window.__webpack_nonce__ = nonce
  return nonce
}
