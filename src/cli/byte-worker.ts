import { workInThread } from './bytes/thread.js'

workInThread()
