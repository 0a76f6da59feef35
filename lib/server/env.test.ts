import { describe, expect, test } from 'vitest'
import { isLoopback, readEnv, StartProblem } from './env'

describe('the environment', () => {
  test('needs nothing', () => {
    expect(readEnv({})).toMatchObject({ port: 3000, host: '127.0.0.1', data: '.data', embedded: true, demo: true })
    expect(readEnv({}).address).toBe('http://127.0.0.1:3000')
  })

  test('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ', AUTH_URL: '' })).toEqual(readEnv({}))
  })

  test('knows the older names of next-auth', () => {
    const read = readEnv({ NEXTAUTH_SECRET: 'old', NEXTAUTH_URL: 'https://desk.example.org/' })
    expect(read).toMatchObject({ secret: 'old', address: 'https://desk.example.org' })
    expect(readEnv({ AUTH_SECRET: 'new', NEXTAUTH_SECRET: 'old' }).secret).toBe('new')
  })

  test('trusts the proxies that are named', () => {
    expect(readEnv({}).trustedProxies).toEqual(['loopback'])
    expect(readEnv({ TRUSTED_PROXIES: '10.0.0.0/8 , ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  })

  test('has no demo on a given database or an open address', () => {
    expect(readEnv({ DATABASE_URL: 'postgresql://a:b@c/d' })).toMatchObject({ embedded: false, demo: false })
    expect(readEnv({ HOST: '0.0.0.0' })).toMatchObject({ embedded: true, demo: false })
    expect(readEnv({ DATABASE_URL: 'postgresql://a:b@c/d', VERBATIM_EMBEDDED: '1' }).demo).toBe(true)
  })

  test.each([
    [{ PORT: 'http' }, 'PORT wants a number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT wants a number from 1 to 65535.'],
    [{ PORT: '70000' }, 'PORT wants a number from 1 to 65535.'],
    [{ HOST: 'http://x' }, 'HOST wants an address or host name to listen on, such as 127.0.0.1.'],
    [{ AUTH_URL: 'desk.example.org' }, 'AUTH_URL wants an address such as https://desk.example.org.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL wants one of trace, debug, info, warn, error, silent.'],
    [
      { DATABASE_URL: 'mysql://x/y' },
      'DATABASE_URL wants a Postgres address such as postgresql://user:password@host:5432/name.',
    ],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL wants an address such as smtp://user:password@host:587.'],
    [
      { AUTH_OIDC_ISSUER: 'https://id.example.org' },
      'AUTH_OIDC_ISSUER, AUTH_OIDC_CLIENT_ID and AUTH_OIDC_CLIENT_SECRET go together; set all or none.',
    ],
  ])('refuses %o with a sentence', (given, sentence) => {
    expect(() => readEnv(given)).toThrow(new StartProblem(sentence))
  })

  test.each(['nginx', '10.0.0.0/99', '10.0.0.1,', '1.2.3'])('trusts no proxy called %s', (words) => {
    const sentence = 'TRUSTED_PROXIES wants addresses or networks with commas between, such as 10.0.0.0/8.'
    expect(() => readEnv({ TRUSTED_PROXIES: words })).toThrow(new StartProblem(sentence))
  })

  test.each([
    ['127.0.0.1', true],
    ['127.8.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.4', false],
    ['127.example.org', false],
  ])('loopback: %s is %s', (host, expected) => expect(isLoopback(host)).toBe(expected))
})
