/** SIP domain of the demo customer; names under .example exist nowhere (RFC 2606). */
export const DEMO_DOMAIN = 'demo.klinke.example'
