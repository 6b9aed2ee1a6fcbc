/** As much of JSON Schema as the published schemas of results use. */
export interface JsonSchema {
  readonly description?: string
  readonly properties?: { readonly [member: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly const?: string
  readonly enum?: readonly string[]
  readonly $ref?: string
  readonly $defs?: { readonly [name: string]: JsonSchema }
}

/** A member of an object, by its path: `summary.by.groups[].value`, `pack.hash`. */
export interface SchemaMember {
  readonly path: string
  /** Whether its object has a name of its own, under which several schemas may have it. */
  readonly isShared: boolean
  readonly schema: JsonSchema
  readonly isRequired: boolean
}

const defOf = (root: JsonSchema, { $ref = '' }: JsonSchema): JsonSchema | undefined =>
  root.$defs?.[$ref.replace('#/$defs/', '')]

/** What stands in a schema without a name of its own: items, branches of unions, values under any name. */
const partsOf = ({ items, anyOf = [], additionalProperties }: JsonSchema) => [
  ...(items === undefined ? [] : [{ sign: '[]', part: items }]),
  ...anyOf.map((part) => ({ sign: '', part })),
  ...(typeof additionalProperties === 'object' ? [{ sign: '.*', part: additionalProperties }] : []),
]

/** Every member that a schema names. */
export function membersOf(root: JsonSchema): SchemaMember[] {
  const own = under(root, '').map((each) => ({ ...each, isShared: false }))
  const shared = Object.entries(root.$defs ?? {}).flatMap(([name, schema]) => under(schema, `${name}.`))
  return [...own, ...shared.map((each) => ({ ...each, isShared: true }))]
}

function under(schema: JsonSchema, path: string): Omit<SchemaMember, 'isShared'>[] {
  const { properties = {}, required = [] } = schema
  return [
    ...Object.entries(properties).flatMap(([name, member]) => [
      { path: `${path}${name}`, schema: member, isRequired: required.includes(name) },
      ...under(member, `${path}${name}.`),
    ]),
    ...partsOf(schema).flatMap(({ sign, part }) => under(part, path.replace(/\.$/, `${sign}.`))),
  ]
}

/** Tells of each member of a schema that a value has. */
export function visitMembers(root: JsonSchema, value: unknown, seen: (member: JsonSchema) => void): void {
  const visit = (schema: JsonSchema, at: unknown): void => {
    const shared = defOf(root, schema)
    if (shared !== undefined) visit(shared, at)
    if (typeof at !== 'object' || at === null) return
    for (const branch of schema.anyOf ?? []) if (fits(defOf(root, branch) ?? branch, at)) visit(branch, at)
    if (Array.isArray(at)) {
      const { items } = schema
      if (items !== undefined) for (const each of at) visit(items, each)
      return
    }
    for (const [name, each] of Object.entries(at)) {
      const member = schema.properties?.[name]
      if (member !== undefined) seen(member)
      const { additionalProperties: any } = schema
      const next = member ?? (typeof any === 'object' ? any : undefined)
      if (next !== undefined) visit(next, each)
    }
  }
  visit(root, value)
}

const fits = ({ properties, required = [] }: JsonSchema, value: object): boolean =>
  properties === undefined || required.every((name) => name in value)
