import { COMMAND_MARK, visible } from '../../base/inert-text.js'

/** An element with its attributes in the order given; `children` are XML already. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number },
  children: readonly string[] = [],
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedXml(String(value))}"`)
  const head = `<${name}${said.join('')}`
  return children.length === 0 ? `${head}/>` : `${head}>${children.join('')}</${name}>`
}

/**
 * Text that any XML reader gives back as it is. Characters that XML 1.0 cannot hold, or that nobody sees, print as `\u001b`. If the file is printed in a log,
 * GitHub must not take a text for a command, so that such texts are escaped too.
 */
export function escapedXml(text: string): string {
  return text
    .replace(/[^\t\n\r]+/g, visible)
    .replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? character)
    .replace(/^(\s*):(?=:)/, '$1&#58;')
    .replace(COMMAND_MARK, '#&#35;')
}

/** White space in an attribute would be read as a space. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
