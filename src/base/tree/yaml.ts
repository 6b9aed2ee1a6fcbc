import { Composer, type CST, Parser, type YAMLParseError } from 'yaml'
import type { Diagnostic } from '../diagnostic.js'
import type { Source } from '../source.js'
import { faultAt, tooDeep } from './fault.js'
import { MAX_DEPTH, type TreeReading } from './tree.js'
import { startReading, treeOf } from './yaml-tree.js'
import { yamlFaultWords } from './yaml-words.js'

/**
 * Reads every YAML 1.2 document of a text. Aliases and merge keys (`<<`) are resolved; scalars are their source text. Malformed text, a
 * key that occurs twice, a self-reference or an expansion without limit give faults and no documents.
 */
export function readYaml(source: Source): TreeReading {
  const tokens = [...new Parser().parse(source.text)]
  const deep = tooDeepAt(tokens)
  if (deep !== null) return { faults: [tooDeep(source, deep)] }
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const composed = [...composer.compose(tokens)]
  const malformed = composed.flatMap((document) => document.errors.map((error) => syntaxFault(source, error)))
  if (malformed.length > 0) return { faults: malformed }
  const reading = startReading(source)
  const documents = composed.map((document) => treeOf(reading, document.contents))
  return reading.faults.length > 0 ? { faults: reading.faults } : { documents }
}

/**
 * The offset of a value nested deeper than `MAX_DEPTH`, or `null`. It is found before composing, because composing recurses: near the end
 * of the stack, compiling a regular expression ends the whole process.
 */
function tooDeepAt(tokens: readonly CST.Token[]): number | null {
  const open = tokens.map((token) => ({ token, depth: -1 }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const depth = next.depth + 1
    if (depth > MAX_DEPTH + 1) return next.token.offset
    for (const token of childrenOf(next.token)) open.push({ token, depth })
  }
  return null
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null))
}

/** Advice is on texts that a person writes; what is behind a fault of data is not known. */
function syntaxFault(source: Source, error: YAMLParseError): Diagnostic {
  const { message, help } = yamlFaultWords(error)
  const span = { start: error.pos[0], end: error.pos[1] }
  return faultAt(source, 'syntax', span, message, source.isData ? undefined : help)
}
