import type { NoticeKind } from '../kinds'
import type { NoticeText } from '../text'

// A text message needs its sender's signature in these brackets; a carrier's shop sets its own.
const noticeTextOf = (
  subjectZh: string,
  subjectEn: string,
  zh: string,
  en: string,
): NoticeText => ({
  subject: { zh: subjectZh, en: subjectEn },
  text: { zh: `【销户服务台】${zh}`, en: `【Cancellation Desk】${en}` },
})

/** The initial texts: version 0 of each notice. */
export const seededTexts: Record<NoticeKind, NoticeText> = {
  recorded: noticeTextOf(
    '销户申请已登记',
    'We recorded your cancellation request',
    '您注销 {number} 的申请 {reference} 已在{store}登记，尚未提交审核。查进度：{link}',
    'Your request {reference} to cancel {number} is recorded at {store}, not yet ' +
      'submitted. Track it: {link}',
  ),
  submitted: noticeTextOf(
    '销户申请已提交审核',
    'Your cancellation is under review',
    '您的销户申请 {reference} 已提交审核，最迟{day}有结果。查进度：{link}',
    'Your request {reference} is under review. You will have a result by {day}. Track ' +
      'it: {link}',
  ),
  call_expected: noticeTextOf(
    '运营商将来电核实',
    'Your carrier will call you',
    '{carrier}将{when}致电 {phone} 核实您的销户申请 {reference}，请留意接听。查进度：{link}',
    '{carrier} will call {phone} {when} about your request {reference}. Please answer. ' +
      'Track it: {link}',
  ),
  call_missed: noticeTextOf(
    '您错过了运营商的来电',
    'You missed a call from your carrier',
    '{carrier}致电 {phone} 未接通（第 {missed} 次），销户申请 {reference} 仍在等待核实，请留意' +
      '接听。查进度：{link}',
    '{carrier} rang {phone} and nobody answered (call {missed}). Your request {reference} ' +
      'still waits for it: please answer. Track it: {link}',
  ),
  call_ended: noticeTextOf(
    '请重新提交销户申请',
    'Please submit your cancellation again',
    '{carrier}来电未接通，已终止办理。请在其官网或 App 重新提交销户申请 {reference}，或到{store}' +
      '办理：{link}',
    '{carrier} could not reach you and has ended request {reference}. Submit it again on ' +
      "the carrier's site or app, or visit {store}: {link}",
  ),
  needs_info: noticeTextOf(
    '请补充销户材料',
    'Action needed: your cancellation',
    '您的销户申请 {reference} 需要补充：{missing}。请打开 {link} 提交，或到{store}办理。',
    'We need more for your request {reference}: {missing}. Reply at {link} or visit {store}.',
  ),
  taken_back: noticeTextOf(
    '销户申请已退回修改',
    'Your cancellation was returned for correction',
    '您的销户申请 {reference} 已退回修改，由{store}修改后重新审核。查进度：{link}',
    'Your request {reference} was returned for correction; {store} will submit it again. ' +
      'Track it: {link}',
  ),
  approved: noticeTextOf(
    '销户申请已通过',
    'Your cancellation is approved',
    '您的销户申请 {reference} 已审核通过，运营商办理中，最迟{day}办结。查进度：{link}',
    'Your request {reference} is approved and now with the carrier, to be completed by ' +
      '{day}. Track it: {link}',
  ),
  promise_changed: noticeTextOf(
    '销户办理日期有变',
    'New date for your cancellation',
    '您的销户申请 {reference} 办理日期改为{day}。查看原因：{link}',
    'The date for your request {reference} is now {day}. See why: {link}',
  ),
  pre_cancelled: noticeTextOf(
    '号码已停用（预销户）',
    'Your number is suspended (pre-cancelled)',
    '{number} 已停用。{day}前仍可恢复，请联系{store}。详情：{link}',
    '{number} is suspended. You can restore it until {day} at {store}. Details: {link}',
  ),
  completed: noticeTextOf(
    '销户已办结',
    'Your number is cancelled',
    '{number} 已注销，回执编号 {receipt}，请妥善保存：{link}',
    '{number} is cancelled. Keep your receipt {receipt}: {link}',
  ),
  rejected: noticeTextOf(
    '销户申请未通过',
    'Your cancellation was rejected',
    '您的销户申请 {reference} 未通过：{words} 详情：{link}',
    'Your request {reference} was rejected: {words} Details: {link}',
  ),
  withdrawn: noticeTextOf(
    '销户申请已撤回',
    'Your cancellation is withdrawn',
    '您的销户申请 {reference} 已撤回，{number} 继续使用。',
    'Your request {reference} is withdrawn; {number} stays active.',
  ),
  lapse_reminder: noticeTextOf(
    '销户申请即将失效',
    'Your cancellation is about to expire',
    '您的销户申请 {reference} 长时间未办理，将于{day}失效。{waits}继续办理请到{store}。',
    'Your request {reference} will expire on {day}. {waits}Visit {store} to continue.',
  ),
  lapsed: noticeTextOf(
    '销户申请已失效',
    'Your cancellation has expired',
    '您的销户申请 {reference} 因长时间未办理已失效，{number} 未注销。',
    'Your request {reference} has expired; {number} is not cancelled.',
  ),
  day_come: noticeTextOf(
    '可以继续办理销户了',
    'You can continue your cancellation',
    '您的销户申请 {reference} 从{day}起可以继续办理，请到{store}。',
    'From {day} you can continue your request {reference}. Visit {store}.',
  ),
  aftercare_reminder: noticeTextOf(
    '销户后提醒',
    'After your cancellation',
    '{number} 已注销。请确认余额、其他绑定设备和账号均已处理：{link}',
    '{number} is cancelled. Check your balance, other devices and linked accounts: {link}',
  ),
  answer: noticeTextOf(
    '您的咨询已有答复',
    'An answer to your question',
    '{words} 全文：{link}',
    '{words} Full answer: {link}',
  ),
  one_time_code: noticeTextOf(
    '您的验证码',
    'Your verification code',
    '验证码 {code}，{minutes} 分钟内有效，请勿泄露。',
    'Your code is {code}, valid for {minutes} minutes. Never share this code.',
  ),
}
