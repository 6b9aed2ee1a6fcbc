import { workInThread } from './run/thread.js'

workInThread()
