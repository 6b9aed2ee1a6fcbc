import {
  added,
  block,
  breakIf,
  breakTo,
  type Code,
  either,
  i32,
  i64,
  int,
  loop,
  when,
} from '../../compile/wasm/instructions.js'
import { ID_FIELDS } from '../read/ascending-ids.js'
import { KEY, MAY_BEGIN, MAY_END, MINUS, SPREAD } from '../read/id-bytes.js'
import { $, at, type LoopSetup, put, putAt, raised, stopIf } from './code.js'
import { SIEVE } from './loop-layout.js'

/** Finds the id; stops where it has bytes that do not stand for themselves. */
export function findId({ layout, text, idIndex, width }: LoopSetup): Code[] {
  const isQuoted = i32.and(i32.gtU($('idEnd'), $('id')), i32.eq(i32.load8($('id')), int(0x22)))
  const isReturn = i32.eq(i32.load8(i32.sub($('idEnd'), int(1))), int(0x0d))
  return [
    put(
      'id',
      i32.add(
        idIndex === 0 ? $('start') : i32.add(i32.load($('firstEnd'), 4 * (idIndex - 1)), int(1)),
        int(text),
      ),
    ),
    put('idEnd', i32.add(i32.load($('firstEnd'), 4 * idIndex), int(text))),
    ...(idIndex === width - 1
      ? [when(i32.gtU($('idEnd'), $('id')), put('idEnd', i32.sub($('idEnd'), isReturn)))]
      : []),
    when(isQuoted, raised('id'), raised('idEnd', -1)),
    put('length', i32.sub($('idEnd'), $('id'))),
    stopIf(i32.gtU(i32.sub($('length'), int(1)), int(254))),
    stopIf(i32.eq(i32.load8($('id')), int(MINUS))),
    put('place', $('id')),
    put('all', int(1)),
    loop(
      put('all', i32.and($('all'), i32.load8(i32.load8($('place')), layout.plainBytes))),
      raised('place'),
      breakIf(0, i32.ltU($('place'), $('idEnd'))),
    ),
    stopIf(i32.eqz($('all'))),
    stopIf(i32.and(signAt($('id'), layout, MAY_BEGIN), signAt(i32.sub($('idEnd'), int(1)), layout, MAY_END))),
  ]
}

/** 1 where the byte at a place has this sign. */
const signAt = (place: Code, { plainBytes }: LoopSetup['layout'], sign: number): Code =>
  i32.and(i32.shrU(i32.load8(i32.load8(place), plainBytes), int(Math.log2(sign))), int(1))

/** Stops where the id may be a repeated one: looks up the first word of its key, made as `keyOf` makes it, in the sieve. */
export function siftId({ layout }: LoopSetup): Code[] {
  const left = i32.sub($('idEnd'), $('place'))
  const spread = (turn: number, factor: number): Code =>
    put('hash', i32.mul(i32.xor($('hash'), i32.shrU($('hash'), int(turn))), int(factor)))
  return [
    put('hash', int(KEY.start)),
    put('place', $('id')),
    loop(
      put('words', i32.load($('place'))),
      when(
        i32.ltU(left, int(4)),
        put('words', i32.and($('words'), i32.sub(i32.shl(int(1), i32.shl(left, int(3))), int(1)))),
      ),
      put('words', i32.rotl(i32.mul($('words'), int(KEY.factor)), int(KEY.turn))),
      put('hash', i32.rotl(i32.xor($('hash'), $('words')), int(13))),
      put('hash', i32.add(i32.mul($('hash'), int(5)), int(KEY.added))),
      raised('place', 4),
      breakIf(0, i32.ltU($('place'), $('idEnd'))),
    ),
    put('hash', i32.xor($('hash'), $('length'))),
    spread(16, SPREAD.first),
    spread(13, SPREAD.second),
    put('hash', i32.xor($('hash'), i32.shrU($('hash'), int(16)))),
    put('hash', i32.and($('hash'), int(SIEVE.mask))),
    stopIf(
      i32.and(
        i32.shrU(i32.load8(i32.shrU($('hash'), int(3)), layout.sieve), i32.and($('hash'), int(7))),
        int(1),
      ),
    ),
  ]
}

/** Adds the id to those of the chunk, as `AscendingIds` does. */
export function followId({ layout }: LoopSetup): Code[] {
  const { ids } = layout
  const number = i32.shl(at(ids + ID_FIELDS.count), int(3))
  const lastLength = at(ids + ID_FIELDS.length)
  const descends = putAt(ids + ID_FIELDS.ascends, int(0))
  return [
    when(
      i32.and(i32.ne(at(ids + ID_FIELDS.count), int(0)), at(ids + ID_FIELDS.ascends)),
      when(
        i32.eqz(i32.ltU(lastLength, $('length'))),
        either(i32.eq(lastLength, $('length')), compareWithLast(ids, descends), [descends]),
      ),
    ),
    i32.store(number, $('id'), ids + ID_FIELDS.places),
    i32.store(number, $('length'), ids + ID_FIELDS.places + 4),
    putAt(ids + ID_FIELDS.address, $('id')),
    putAt(ids + ID_FIELDS.length, $('length')),
    added(ids + ID_FIELDS.count),
  ]
}

/** Compares the id with the last one, of the same length, first by eight bytes, then by one; unless it is greater, does `descends`. */
function compareWithLast(ids: number, descends: Code): Code[] {
  const last = i32.add($('place'), $('index'))
  const own = i32.add($('id'), $('index'))
  return [
    put('index', int(0)),
    put('place', at(ids + ID_FIELDS.address)),
    block(
      loop(
        breakIf(1, i32.gtU(i32.add($('index'), int(8)), $('length'))),
        breakIf(1, i64.ne(i64.load(last), i64.load(own))),
        raised('index', 8),
        breakTo(0),
      ),
    ),
    block(
      loop(
        breakIf(1, i32.eq($('index'), $('length'))),
        put('byte', i32.load8(last)),
        put('all', i32.load8(own)),
        breakIf(1, i32.ne($('byte'), $('all'))),
        raised('index'),
        breakTo(0),
      ),
    ),
    when(i32.or(i32.eq($('index'), $('length')), i32.ltU($('all'), $('byte'))), descends),
  ]
}
