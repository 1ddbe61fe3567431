import type { NoticeKind } from '../kinds'
import type { NoticeText } from '../text'

const noticeTextOf = (
  subjectZh: string,
  subjectEn: string,
  zh: string,
  en: string,
): NoticeText => ({
  subject: { zh: subjectZh, en: subjectEn },
  text: { zh, en },
})

/** The initial texts: version 0 of each notice. */
export const seededTexts: Record<NoticeKind, NoticeText> = {
  recorded: noticeTextOf(
    '销户申请已登记',
    'Your cancellation is recorded',
    '您注销 {number} 的申请 {reference} 已在{store}登记，还没有提交审核。查进度：{link}',
    'Your request {reference} to cancel {number} is recorded at {store}, not yet under ' +
      'review. Follow it: {link}',
  ),
  submitted: noticeTextOf(
    '销户申请已提交审核',
    'Your cancellation is under review',
    '您的销户申请 {reference} 已提交审核，预计 {day} 前有结果。查进度：{link}',
    'Your request {reference} is under review; we expect a result by {day}. Follow it: {link}',
  ),
  needs_info: noticeTextOf(
    '销户申请需要您补充',
    'Your cancellation needs something from you',
    '您的销户申请 {reference} 需要补充：{missing}。请打开 {link} 或带到{store}。',
    'Your request {reference} needs: {missing}. Open {link} or come to {store}.',
  ),
  taken_back: noticeTextOf(
    '销户申请退回更正',
    'Your cancellation is being corrected',
    '您的销户申请 {reference} 正由{store}更正，更正后重新审核。查进度：{link}',
    'Your request {reference} is being corrected at {store} and will be reviewed again. ' +
      'Follow it: {link}',
  ),
  approved: noticeTextOf(
    '销户申请已通过',
    'Your cancellation is approved',
    '您的销户申请 {reference} 已通过，正由运营商办理，预计 {day} 前完成。查进度：{link}',
    'Your request {reference} is approved and now with the carrier, expected by {day}. Follow ' +
      'it: {link}',
  ),
  promise_changed: noticeTextOf(
    '销户办理日期有变',
    'A new date for your cancellation',
    '您的销户申请 {reference} 的办理日期改为 {day}。原因见：{link}',
    'The date of your request {reference} is now {day}. Why: {link}',
  ),
  pre_cancelled: noticeTextOf(
    '号码已停用（预销户）',
    'Your number has stopped (pre-cancelled)',
    '{number} 已停用。{day} 以前改变主意还可以恢复，请联系{store}。详情：{link}',
    '{number} has stopped. Until {day} it can still be reinstated: ask {store}. Details: {link}',
  ),
  completed: noticeTextOf(
    '销户已完成',
    'Your number is cancelled',
    '{number} 已注销，回执编号 {receipt}，请妥善保存：{link}',
    '{number} is cancelled. Your receipt is {receipt}, keep it: {link}',
  ),
  rejected: noticeTextOf(
    '销户申请未通过',
    'Your cancellation was not accepted',
    '您的销户申请 {reference} 未通过：{words} 详情：{link}',
    'Your request {reference} was not accepted: {words} Details: {link}',
  ),
  withdrawn: noticeTextOf(
    '销户申请已撤回',
    'Your cancellation is withdrawn',
    '您的销户申请 {reference} 已撤回，{number} 继续使用。',
    'Your request {reference} is withdrawn; {number} goes on.',
  ),
  lapse_reminder: noticeTextOf(
    '销户申请即将失效',
    'Your cancellation is about to lapse',
    '您的销户申请 {reference} 很久没有动静，{day} 起失效。要继续办理请联系{store}。',
    'Nothing has happened to your request {reference}; it lapses on {day}. To go on, come to ' +
      '{store}.',
  ),
  lapsed: noticeTextOf(
    '销户申请已失效',
    'Your cancellation has lapsed',
    '您的销户申请 {reference} 因长时间没有办理已失效，{number} 没有注销。',
    'Your request {reference} has lapsed; {number} is not cancelled.',
  ),
  day_come: noticeTextOf(
    '可以继续办理销户了',
    'Your cancellation can go on',
    '您的销户申请 {reference} 要等的日子（{day}）到了，请到{store}继续办理。',
    'The day that your request {reference} waited for ({day}) has come: come to {store} to go on.',
  ),
  aftercare_reminder: noticeTextOf(
    '销户以后别忘了',
    'After your cancellation',
    '{number} 已注销。请看看余额、其他绑定设备和账号是否都处理好了：{link}',
    '{number} is cancelled. See whether balance, other devices and accounts are settled: {link}',
  ),
  answer: noticeTextOf(
    '您的提问有了答复',
    'An answer to your question',
    '{words} 全文：{link}',
    '{words} In full: {link}',
  ),
  one_time_code: noticeTextOf(
    '您的验证码',
    'Your code',
    '验证码 {code}，{minutes} 分钟内有效。不要告诉任何人。',
    'Your code is {code}, good for {minutes} minutes. Tell it to nobody.',
  ),
}
