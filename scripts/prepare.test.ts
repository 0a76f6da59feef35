import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInstalled, nodeProblem } from './prepare.mjs'

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) =>
    expect(nodeProblem(version)).toBeNull(),
  )
  test.each(['14.21.3', '18.20.0', '20.18.9', '20.9.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toBe(
      `Verbatim needs Node 20.19 or newer; this is Node ${version}. See https://nodejs.org.`,
    )
  })
})

describe('what is installed', () => {
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', dev: true } }
  const elsewhere = { 'node_modules/mac-only': { version: '1.0.0', optional: true } }
  test.each([
    ['nothing', undefined, false],
    ['all of it', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['an older package', { 'node_modules/a': { version: '0.9.0' }, 'node_modules/b': { version: '2.0.0' } }, false],
    ['no development packages', { 'node_modules/a': { version: '1.0.0' } }, false],
  ])('%s', (_, present, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-installed-'))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { ...wanted, ...elsewhere } }))
    if (present) {
      mkdirSync(join(folder, 'node_modules'))
      writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
    }
    expect(isInstalled(folder)).toBe(expected)
    rmSync(folder, { recursive: true })
  })
})
