/** The intersection of the members of a union. */
type Together<Room> = (Room extends unknown ? (room: Room) => void : never) extends (all: infer All) => void
  ? All
  : never

/** Rooms of sentences as one. An object without a prototype takes thousands of keys at once; spreading takes milliseconds at every start. */
export const merged = <Room extends object>(rooms: readonly Room[]): Together<Room> =>
  Object.assign(Object.create(null), ...rooms)
