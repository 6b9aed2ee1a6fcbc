import { packSchema } from '../schema.js'
import type { Path } from './places.js'

/** The keys that the schema knows in the mapping at a path; none where keys are free. */
export function keysAt(path: Path): string[] {
  const shape = definitionOf(schemaAt(path))?.shape
  return shape === undefined ? [] : Object.keys(shape)
}

/** What the schema says of the value at a path, in a few words. */
export function descriptionAt(path: Path): string | undefined {
  for (let schema = stepTo(path); schema !== undefined; schema = definitionOf(schema)?.innerType) {
    const description = Reflect.get(Object(schema), 'description')
    if (typeof description === 'string') return description
  }
  return undefined
}

export const isOptionalAt = (path: Path): boolean => definitionOf(stepTo(path))?.type === 'optional'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly valueType?: unknown
  readonly element?: unknown
  readonly innerType?: unknown
  readonly options?: readonly unknown[]
}

const definitionOf = (schema: unknown): Definition | undefined => Reflect.get(Object(schema), 'def')

const schemaAt = (path: Path): unknown => unwrapped(stepTo(path))

function stepTo(path: Path): unknown {
  let schema: unknown = packSchema
  for (const part of path) {
    const definition = definitionOf(unwrapped(schema))
    schema = definition?.shape?.[part] ?? definition?.valueType ?? definition?.element
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
