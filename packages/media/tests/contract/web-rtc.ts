import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Endpoint, EndpointProfile, MediaEngine, MediaSession } from '@klinke/rtp'
import { assertHearsTone, eventually } from '@klinke/testbed'
import { EventLog } from '../support/event-log.ts'
import { RtpPeer, TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { type MakeEngine, PLAIN } from '../support/two-parties.ts'
import { WebRtcPeer, withoutDtls } from '../support/web-rtc-peer.ts'

const FRAMES = 12
const CALLER: EndpointProfile = { srtp: 'offered', addressFamily: 'IPv4' }
const CALLED: EndpointProfile = { srtp: 'dtls', addressFamily: 'IPv4' }

/** A browser and a telephone, and the session between them. */
class BrowserAndPhone implements AsyncDisposable {
  readonly engine: MediaEngine
  readonly session: MediaSession
  readonly events: EventLog
  readonly browser: WebRtcPeer
  readonly phone: RtpPeer
  readonly web: Endpoint
  readonly plain: Endpoint

  private constructor(engine: MediaEngine, browser: WebRtcPeer, phone: RtpPeer, profile: EndpointProfile, inactivitySeconds: number) {
    this.engine = engine
    this.session = engine.open('a call', { inactivitySeconds })
    this.events = new EventLog(this.session)
    this.browser = browser
    this.phone = phone
    this.web = this.session.endpoint('browser', profile)
    this.plain = this.session.endpoint('phone', PLAIN)
  }

  static async apart(makeEngine: MakeEngine, profile = CALLER, inactivitySeconds = 0): Promise<BrowserAndPhone> {
    const browser = await WebRtcPeer.open(profile.addressFamily)
    return new BrowserAndPhone(makeEngine(), browser, await RtpPeer.open(), profile, inactivitySeconds)
  }

  /** The browser has called the telephone; nothing is connected yet. */
  static async agreed(makeEngine: MakeEngine, inactivitySeconds = 0): Promise<BrowserAndPhone> {
    const call = await BrowserAndPhone.apart(makeEngine, CALLER, inactivitySeconds)
    await call.browserOffers()
    return call
  }

  static async talking(makeEngine: MakeEngine): Promise<BrowserAndPhone> {
    const call = await BrowserAndPhone.agreed(makeEngine)
    await call.browser.connect()
    return call
  }

  async browserOffers(): Promise<void> {
    this.phone.follow(await this.session.relayOffer(this.web, this.plain, this.browser.describe()))
    this.browser.follow(await this.session.relayAnswer(this.plain, this.web, this.phone.describe({ formats: [[8, 'PCMA/8000']] })))
    await this.session.statistics(this.web)
  }

  async bothHear(): Promise<void> {
    const { browser, phone } = this
    browser.received.length = 0
    phone.forget()
    browser.burst(440, FRAMES)
    phone.burst(1100, FRAMES)
    await Promise.all([browser.hears(FRAMES), phone.hears(FRAMES)])
    assertHearsTone('the telephone', phone.sound(), { frequencyHz: 440, levelDbm0: TONE_LEVEL_DBM0 })
    assertHearsTone('the browser', browser.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.close()
    this.browser.close()
    this.phone.close()
  }
}

/** Browsers: paths by ICE, keys by DTLS, and no sound that is not protected by them. */
export function webRtcContract(name: string, makeEngine: MakeEngine): void {
  const skip = withoutDtls

  test(`${name}: a browser calls a telephone, and each hears the other`, { skip }, async () => {
    await using call = await BrowserAndPhone.talking(makeEngine)
    await call.bothHear()
    assert.deepEqual(call.events.seen, [])
  })

  test(`${name}: a browser over IPv6 and a telephone over IPv4 hear each other`, { skip }, async () => {
    await using call = await BrowserAndPhone.apart(makeEngine, { ...CALLER, addressFamily: 'IPv6' })
    await call.browserOffers()
    await call.browser.connect()
    await call.bothHear()
    await call.browser.changeNetwork()
    await call.browser.checked()
    await call.bothHear()
  })

  test(`${name}: a browser is called by a telephone`, { skip }, async () => {
    await using call = await BrowserAndPhone.apart(makeEngine, CALLED)
    const { session, browser, phone, web, plain } = call
    browser.follow(await session.relayOffer(plain, web, phone.describe({ formats: [[8, 'PCMA/8000']] })))
    phone.follow(await session.relayAnswer(web, plain, browser.describe('active')))
    await session.statistics(web)
    await browser.connect()
    await call.bothHear()
  })

  test(`${name}: a check with a wrong password is not answered, and opens no path`, { skip }, async () => {
    await using call = await BrowserAndPhone.agreed(makeEngine)
    call.browser.check({ password: 'not the password of anybody' })
    call.browser.beginHandshake()
    const { mappedAddress } = await call.browser.checked()
    assert.equal(mappedAddress?.port, call.browser.port)
    assert.equal(call.browser.responses.length, 1)
  })

  test(`${name}: packets without protection reach nobody, before the handshake and after it`, { skip }, async () => {
    await using call = await BrowserAndPhone.agreed(makeEngine)
    const { browser, phone } = call
    await browser.checked()
    for (let frame = 0; frame < FRAMES; frame++) browser.send(700, true)
    await browser.connect()
    for (let frame = 0; frame < FRAMES; frame++) browser.send(700, true)
    await call.bothHear()
    assert.equal(phone.received.length, FRAMES)
  })

  test(`${name}: a certificate other than the one described ends in an event, and in silence`, { skip }, async () => {
    await using call = await BrowserAndPhone.apart(makeEngine)
    call.browser.fingerprint = `sha-256 ${Array.from({ length: 32 }, () => '00').join(':')}`
    await call.browserOffers()
    await call.browser.connect()
    const event = await call.events.first('unprotected')
    assert.deepEqual(event, { kind: 'unprotected', endpoint: 'browser', why: 'fingerprint-mismatch' })
    call.browser.burst(440, FRAMES)
    assert.equal((await call.session.statistics(call.web)).packetsReceived, 0)
    assert.equal(call.phone.received.length, 0)
  })

  test(`${name}: garbage between the checks and the handshake changes nothing`, { skip }, async () => {
    await using call = await BrowserAndPhone.agreed(makeEngine)
    const { browser } = call
    await browser.checked()
    for (const first of [0, 1, 19, 20, 22, 63, 64, 127, 128, 255]) {
      browser.sendRaw(Buffer.of(first))
      browser.sendRaw(Buffer.alloc(300, first))
    }
    await browser.connect()
    await call.bothHear()
  })

  test(`${name}: a part of the handshake that got lost is sent again`, { skip }, async () => {
    await using call = await BrowserAndPhone.agreed(makeEngine)
    call.browser.losesDatagrams = 1
    await call.browser.connect()
    await call.bothHear()
  })

  test(`${name}: a browser that moves to another network is followed without a word of SIP`, { skip }, async () => {
    await using call = await BrowserAndPhone.talking(makeEngine)
    await call.bothHear()
    await call.browser.changeNetwork()
    await call.browser.checked()
    await call.bothHear()
    const event = await call.events.first('source-changed')
    assert.ok(event.kind === 'source-changed' && event.port === call.browser.port)
  })

  test(`${name}: media from an address that no check has come from is a stranger's`, { skip }, async () => {
    await using call = await BrowserAndPhone.talking(makeEngine)
    await call.bothHear()
    await call.browser.changeNetwork()
    call.browser.burst(440, FRAMES)
    assert.equal((await call.session.statistics(call.web)).packetsReceived, FRAMES)
  })

  test(`${name}: a restart of ICE gives new credentials, and the keys go on`, { skip }, async () => {
    await using call = await BrowserAndPhone.talking(makeEngine)
    await call.bothHear()
    const before = call.browser.server?.ice
    call.browser.newIce()
    await call.browserOffers()
    assert.notDeepEqual(call.browser.server?.ice, before)
    await call.browser.changeNetwork()
    await call.browser.checked()
    await call.bothHear()
  })

  test(`${name}: a browser that never finds a path is told of as silent`, { skip }, async () => {
    await using call = await BrowserAndPhone.agreed(makeEngine, 1)
    const event = await call.events.first('inactive')
    assert.ok(event.kind === 'inactive')
  })

  test(`${name}: reports go to a browser protected, on the port of its sound`, { skip }, async () => {
    await using call = await BrowserAndPhone.talking(makeEngine)
    call.phone.burst(1100, FRAMES)
    await eventually('a report', () => call.browser.rtcpReceived.length > 0)
  })
}
