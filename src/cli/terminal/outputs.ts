import { say } from '../../base/say/say.js'
import type { Output } from '../../report/output.js'
import { brokenInput } from '../../survey/files/input.js'
import { type Inputs, identityOf, statOf } from './inputs.js'
import { type OpenedOutput, openOutput } from './output.js'
import { type Reader, readBy } from './reader.js'
import { type Target, TO_STDOUT, targetFault, unwritable } from './target.js'

/** The outputs of a run. A run that stops leaves none of them unfinished. */
export interface Outputs {
  open(target: Target, reader: Reader): Promise<Output>
  /** Whether anybody still reads one of them. */
  isWanted(): boolean
  /** Makes all whole, and only then lets them be seen, in the order in which they were opened. */
  finish(): Promise<void>
  /** Throws away those that are not finished. */
  drop(): Promise<void>
}

/** Outputs of a run that reads these inputs; none of them is ever written to, whatever was looked at before. */
export function createOutputs(inputs: Inputs): Outputs {
  const opened: { readonly target: Target; readonly output: OpenedOutput }[] = []
  const refuseInput = (target: Target) => {
    const fault = targetFault(target, inputs)
    if (fault !== null) throw brokenInput(fault)
  }
  return {
    async open(target, reader) {
      refuseInput(target)
      const output = await openOutput(target)
      opened.push({ target, output })
      return readBy(reader, output)
    },
    isWanted: () => opened.some(({ output }) => output.wanted),
    async finish() {
      for (const { output } of opened) await output.complete()
      for (const { target } of opened) refuseInput(target)
      const published = new Set<string>()
      for (const { target, output } of opened) {
        if (isIn(published, target)) throw brokenInput(oneFile(target))
        await output.publish()
        if (output.isHeldBack) for (const each of identities(target)) published.add(each)
      }
      opened.length = 0
    },
    async drop() {
      for (const { output } of opened.splice(0)) await output.discard()
    },
  }
}

/** Some file systems take names for one that others tell apart. */
const oneFile = ({ asked }: Target) =>
  unwritable(asked, say('unwritable-output.same-file'), say('unwritable-output.help.other'))

const identities = ({ path }: Target): string[] => {
  const found = path === null ? undefined : statOf(path)
  return found === undefined ? [] : [identityOf(found)]
}

const isIn = (files: ReadonlySet<string>, target: Target) =>
  identities(target).some((each) => files.has(each))

/** Writes a text to stdout, which is all that a command writes. */
export async function writeToStdout(text: string, reader: Reader, inputs: Inputs): Promise<void> {
  const outputs = createOutputs(inputs)
  const output = await outputs.open(TO_STDOUT, reader)
  await output.write(text)
  await outputs.finish()
}
