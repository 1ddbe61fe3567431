// Fictitious people for filling: arbitrary phone numbers, and identity numbers of region 110000,
// which is not assigned.
import { type Reason, reasonsFor } from '@/lib/domain/coded-values'

const surnames = [
  ...'王王王李李李张张张刘刘陈陈杨杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红波辉梅鑫宇浩然子轩梓涵雨桐欣怡思雅诗琪佳豪俊熙晨曦嘉宁文博语嫣一诺天佑安琪若溪可心景行星辰远航书瑶亦菲乐',
]

/** A number in [0, 1) that depends only on `seed` (a step of SplitMix32). */
export function chance(seed: number): number {
  let mixed = (seed + 0x9e3779b9) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
}

const pick = <T>(list: readonly T[], seed: number) =>
  list[Math.floor(chance(seed) * list.length)] as T

/** A name of two or three characters; frequent surnames are frequent here. */
export const nameOf = (serial: number) =>
  pick(surnames, serial * 5 + 1) +
  pick(given, serial * 5 + 2) +
  (chance(serial * 5 + 3) < 0.7 ? pick(given, serial * 5 + 4) : '')

/** A reason for cancelling, uniformly distributed. */
export const reasonOf = (serial: number): Reason => pick(reasonsFor('self'), serial * 11 + 6)

/** A mobile number in E.164, unique for serials below a hundred million. */
export const numberOf = (serial: number) =>
  `+86${pick(['138', '139', '186', '189', '133', '158'], serial)}` +
  String((serial * 48_271 + 17) % 99_999_989).padStart(8, '0')

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident number (GB 11643) with its check character; unique for serials below 18 million. */
export function documentOf(serial: number): string {
  const day = new Date(Date.UTC(1950, 0, 1) + (serial % 18_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const body = `110000${day}${String(Math.floor(serial / 18_000) % 1000).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
