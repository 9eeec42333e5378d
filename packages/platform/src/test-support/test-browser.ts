import type { TestAnswer, TestClient } from './test-api.ts'

/** Keeps cookies, and says that it shows a page of the server: what a person's browser does. */
export class TestBrowser {
  readonly #stranger: TestClient
  readonly #cookies = new Map<string, string>()

  constructor(stranger: TestClient) {
    this.#stranger = stranger
  }

  readonly request: TestClient = async (method, path, body, headers = {}) => {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#stranger(method, path, body, {
      'sec-fetch-site': 'same-origin',
      ...(cookie === '' ? {} : { cookie }),
      ...headers,
    })
    this.#keep(answer)
    return answer
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  #keep({ headers }: TestAnswer): void {
    for (const line of [headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(String(line)) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
