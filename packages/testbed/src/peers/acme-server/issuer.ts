import type { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { AcmeProblem } from './problem.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const ISSUER = 'CN=Klinke Test Authority'
const CA_LIFE_MS = 3_650 * 86_400_000
/** RFC 5280 §4.2.1.6. */
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const HOUR_MS = 3_600_000

/** By its number, since the library may be there twice: as a module, and as what a CommonJS package requires. */
function alternativeNames(request: Pkcs10CertificateRequest): readonly string[] {
  const extension = request.getExtension(SUBJECT_ALTERNATIVE_NAME)
  return extension ? new SubjectAlternativeNameExtension(extension.rawData).names.items.map(({ value }) => value) : []
}

/** An authority's key, and what it signs with it. */
export class Issuer {
  readonly #keys: webcrypto.CryptoKeyPair
  readonly #own: X509Certificate

  private constructor(keys: webcrypto.CryptoKeyPair, own: X509Certificate) {
    this.#keys = keys
    this.#own = own
  }

  static async create(nowMs: number): Promise<Issuer> {
    const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
    const own = await X509CertificateGenerator.createSelfSigned({
      ...{ name: ISSUER, keys, signingAlgorithm: ALGORITHM, serialNumber: '01' },
      ...{ notBefore: new Date(nowMs - HOUR_MS), notAfter: new Date(nowMs + CA_LIFE_MS) },
      extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
    })
    return new Issuer(keys, own)
  }

  /** To be trusted, PEM. */
  get certificate(): string {
    return this.#own.toString('pem')
  }

  /** A certificate with its chain, PEM. Throws when the request (DER) is not signed by its own key, or for other names than `names`. */
  async issue(request: Buffer, names: readonly string[], fromMs: number, lifeMs: number): Promise<string> {
    const asked = new Pkcs10CertificateRequest(new Uint8Array(request))
    if (!(await asked.verify())) throw new AcmeProblem(400, 'badCSR', 'The request is not signed by its key.')
    const found = alternativeNames(asked)
    if ([...found].sort().join() !== [...names].sort().join()) throw new AcmeProblem(400, 'badCSR', `The request is for ${found.join()}.`)
    const certificate = await X509CertificateGenerator.create({
      ...{ serialNumber: Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex'), issuer: ISSUER, subject: '' },
      ...{ notBefore: new Date(fromMs), notAfter: new Date(fromMs + lifeMs), publicKey: asked.publicKey },
      ...{ signingKey: this.#keys.privateKey, signingAlgorithm: ALGORITHM },
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
        new SubjectAlternativeNameExtension(
          names.map((value) => ({ type: 'dns', value })),
          true,
        ),
      ],
    })
    return `${certificate.toString('pem')}\n${this.certificate}\n`
  }
}
