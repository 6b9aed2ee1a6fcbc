import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

interface Job {
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Record<string, unknown>
  }[]
  readonly strategy?: {
    readonly matrix: { readonly include: readonly { readonly os: string; readonly node: number }[] }
  }
}

interface Workflow {
  readonly permissions?: Record<string, string>
  readonly jobs: Readonly<Record<string, Job>>
}

const FILES = readdirSync(join(ROOT, '.github', 'workflows')).map((name) => `.github/workflows/${name}`)
const jobsIn = (file: string) => Object.entries((parse(read(file)) as Workflow).jobs)

/** Examples for readers are copied into repositories of others, so they are held to the same. */
const WITH_EXAMPLES = [...FILES, 'docs/ci.md']

const usesIn = (text: string): string[] =>
  [...text.matchAll(/\buses: *(.+)$/gm)].map(([, uses = '']) => uses.trim())

describe('workflows', () => {
  test('name every action by its commit, with the version beside it', () => {
    const uses = WITH_EXAMPLES.flatMap((file) => usesIn(read(file)))
    expect(uses.length).toBeGreaterThan(10)
    expect(uses.filter((each) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([])
  })

  test('take one version of each action', () => {
    const versions = new Map<string, Set<string>>()
    for (const uses of WITH_EXAMPLES.flatMap((file) => usesIn(read(file)))) {
      const [name = '', version = ''] = uses.split('@')
      versions.set(name, (versions.get(name) ?? new Set()).add(version))
    }
    expect([...versions].filter(([, each]) => each.size > 1)).toEqual([])
  })

  test.each(FILES)('%s may only read, but where a job says what else it needs', (file) => {
    expect((parse(read(file)) as Workflow).permissions).toEqual({ contents: 'read' })
    for (const [name, job] of jobsIn(file)) {
      expect(job['timeout-minutes'], name).toBeGreaterThan(0)
      const asks = Object.entries(job.permissions ?? {})
      if (asks.length > 0) expect(name).toBe('publish')
    }
  })

  test.each(FILES)(
    '%s leaves no credentials for what it runs, and puts no text of others into a shell',
    (file) => {
      for (const [name, { steps }] of jobsIn(file)) {
        for (const step of steps) {
          if (step.uses?.startsWith('actions/checkout@'))
            expect(step.with, name).toMatchObject({ 'persist-credentials': false })
          expect(step.run ?? '', name).not.toMatch(/\$\{\{\s*github\.(?:event|head_ref|ref_name|base_ref)/)
        }
      }
    },
  )

  test('run the tests on Node 20, 22 and 24, on Windows and on macOS', () => {
    const jobs = Object.fromEntries(jobsIn('.github/workflows/ci.yml'))
    const systems = jobs.systems?.strategy?.matrix.include ?? []
    expect(new Set(systems.map(({ os }) => os.replace('-latest', '')))).toEqual(
      new Set(['ubuntu', 'macos', 'windows']),
    )
    expect(new Set(systems.map(({ node }) => node))).toEqual(new Set([20, 22, 24]))
  })

  test('check the signatures of what is installed', () => {
    for (const file of FILES) expect(read(file), file).toContain('npm audit signatures')
  })
})
