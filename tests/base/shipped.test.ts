import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ownPackage, SHIPPED_PACKS, SHIPPED_PRESETS, TPA_VERSION } from '../../src/base/shipped.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function folderWith(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), 'shipped-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), JSON.stringify(content))
  }
  return root
}

describe('what comes with the program is found', () => {
  test('from the program itself', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(TPA_VERSION).toBe(version)
    expect(readFileSync(join(SHIPPED_PACKS, 'cn-2020/pack.yaml'), 'utf8')).toContain('pack: cn-2020')
    expect(readFileSync(join(SHIPPED_PRESETS, 'odk.yaml'), 'utf8')).not.toBe('')
  })

  test('past the package.json of somebody else', () => {
    const root = folderWith({
      'tpa/package.json': { name: 'tpa', version: '9.8.7' },
      'tpa/vendor/package.json': { name: 'bundler', version: '1.0.0' },
      'tpa/vendor/dist/parts/x.json': {},
    })
    const found = ownPackage(join(root, 'tpa/vendor/dist/parts'))
    expect(found).toEqual({ folder: join(root, 'tpa'), version: '9.8.7' })
  })

  test('or not at all: no other package is taken for tpa', () => {
    expect(() => ownPackage(folderWith({ 'package.json': { name: 'other' } }))).toThrow(
      'no package named tpa',
    )
  })
})
