import { workInThread } from './run/thread.js'

await workInThread()
