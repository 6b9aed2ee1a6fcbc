import { z } from 'zod'
import type { Path } from './places.js'
import { DATE_PATTERN } from './schema-parts.js'

/** The keys that a schema knows in the mapping at a path; none if the keys are free. */
export function knownKeysAt(schema: unknown, path: Path): string[] {
  const shape = definitionOf(unwrapped(stepTo(schema, path)))?.shape
  return shape === undefined ? [] : Object.keys(shape)
}

/** The description that a schema has for the value at a path. */
export function descriptionAt(schema: unknown, path: Path): string | undefined {
  for (let at = stepTo(schema, path); at !== undefined; at = definitionOf(at)?.innerType) {
    const description = Reflect.get(Object(at), 'description')
    if (typeof description === 'string') return description
  }
  return undefined
}

export const isOptionalAt = (schema: unknown, path: Path): boolean =>
  definitionOf(stepTo(schema, path))?.type === 'optional'

/** True if a schema takes this value at a path. */
export function isTakenAt(schema: unknown, path: Path, value: unknown): boolean {
  const at = stepTo(schema, path)
  return at instanceof z.ZodType && at.safeParse(value).success
}

/** True if a schema wants a day at a path. */
export function isDateAt(schema: unknown, path: Path): boolean {
  let at = stepTo(schema, path)
  while (definitionOf(at)?.type === 'optional') at = definitionOf(at)?.innerType
  return (
    definitionOf(at)?.checks?.some(({ _zod }) => _zod.def.pattern?.source === DATE_PATTERN.source) ?? false
  )
}

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly valueType?: unknown
  readonly element?: unknown
  readonly innerType?: unknown
  readonly catchall?: unknown
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly pattern?: RegExp } } }[]
  readonly options?: readonly unknown[]
}

const definitionOf = (schema: unknown): Definition | undefined => Reflect.get(Object(schema), 'def')

function stepTo(root: unknown, path: Path): unknown {
  let schema = root
  for (const part of path) {
    const definition = definitionOf(unwrapped(schema))
    schema = definition?.shape?.[part] ?? definition?.catchall ?? definition?.valueType ?? definition?.element
  }
  return schema
}

/** Looks through optional values, and takes the mapping or list among the branches of a union. */
function unwrapped(schema: unknown): unknown {
  const definition = definitionOf(schema)
  if (definition?.type === 'optional') return unwrapped(definition.innerType)
  if (definition?.type !== 'union') return schema
  return definition.options?.find((option) =>
    ['object', 'record', 'array'].includes(definitionOf(option)?.type ?? ''),
  )
}
