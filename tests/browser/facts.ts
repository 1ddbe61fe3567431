/** Where each fact of the domain is told: the page, and a full sentence of it in both languages. */
export type Told = { fact: string; page: string; zh: string; en: string }

const simStore = '/guide/sim/in-store'
const simOnline = '/guide/sim/online'
const esimStore = '/guide/esim/in-store'
const esimOnline = '/guide/esim/online'

export const told: Told[] = [
  {
    fact: 'F1',
    page: simStore,
    zh: '换了手机、换了运营商，或者不再需要这项服务，都可以申请销户。',
    en:
      'A new phone, a new carrier, or simply no further need of the service: each is a good ' +
      'reason to cancel.',
  },
  {
    fact: 'F2',
    page: simStore,
    zh: '号码只要还有效，与它绑定的个人资料就可能被他人冒用。',
    en: 'As long as a number stays alive, the personal data tied to it can be misused by others.',
  },
  {
    fact: 'F3',
    page: simStore,
    zh: '闲置的号码仍可能继续产生月租，欠费也会越积越多。',
    en:
      'A number that nobody uses can go on costing money: monthly fees and arrears keep adding ' +
      'up.',
  },
  {
    fact: 'F4',
    page: simStore,
    zh: '与号码有关的法律纠纷如果没有了结，责任可能落到机主身上。',
    en: 'A legal matter tied to the number that was never settled can fall on its holder.',
  },
  {
    fact: 'F5',
    page: simStore,
    zh: '请带身份证件原件和一份复印件：它证明您就是机主。',
    en: 'Bring the original identity document and a photocopy of it: they prove who the holder is.',
  },
  {
    fact: 'F6',
    page: simStore,
    zh: '请把要注销的 SIM 卡一起带来；卡丢失或损坏也能办理，工作人员会注明原因。',
    en:
      'Bring the SIM card that is to be cancelled; if it is lost or damaged, staff note why and ' +
      'go on.',
  },
  {
    fact: 'F7',
    page: simStore,
    zh: '最近的账单或缴费凭证，用来说明号码没有欠费。',
    en: 'The latest bill or proof of payment, to show that nothing is owed on the number.',
  },
  {
    fact: 'F8',
    page: simStore,
    zh: '服务密码只由您本人在运营商自己的系统上输入：本服务台不询问、不记录，也没有填写它的地方。',
    en:
      "You alone type the service password, on the carrier's own system: this desk never asks " +
      'for it, never stores it and has no field for it.',
  },
  {
    fact: 'F9',
    page: simStore,
    zh: '带齐全部材料到该运营商的营业厅；选工作日、避开高峰时段，可以少排队。',
    en:
      'Go to a store of the carrier with all your documents; on a working day, off-peak, you ' +
      'avoid the queue.',
  },
  {
    fact: 'F10',
    page: simStore,
    zh: '告诉工作人员您要注销号码，并把材料交给他们。',
    en: 'Tell the staff that you want to cancel the number, and hand them your documents.',
  },
  {
    fact: 'F11',
    page: simStore,
    zh: '核对营业厅打印好的销户申请表，内容无误后签名。',
    en: "Read the store's cancellation form, printed for you already filled in, and sign it.",
  },
  {
    fact: 'F12',
    page: simStore,
    zh: '工作人员会核对身份证件和号码，并把号码读给您确认。',
    en: 'Staff check the identity document and the number, and read the number back to you.',
  },
  {
    fact: 'F13',
    page: simStore,
    zh: '把 SIM 卡交给工作人员，由他们回收处理。',
    en: 'Give the SIM card back; the staff recycle it.',
  },
  {
    fact: 'F14',
    page: simStore,
    zh: '办结后向工作人员索取回执并妥善保存，日后查询或投诉都要用到它。',
    en: 'Once it is done, ask for the receipt and keep it: a later query or complaint quotes it.',
  },
  {
    fact: 'F15',
    page: simOnline,
    zh: '不是每家运营商都能在网上注销实体卡，有的只向部分地区的客户开放；办理前请先看下面的开放范围。',
    en:
      'Not every carrier lets you cancel a physical SIM online, and some only for customers of ' +
      'certain regions: see below where it is offered before you start.',
  },
  {
    fact: 'F16',
    page: simOnline,
    zh: '用号码和密码登录运营商的官方网站或手机应用。',
    en: "Log in to the carrier's own website or app with the number and its password.",
  },
  {
    fact: 'F17',
    page: simOnline,
    zh: '销户入口一般在“我的账户”或“服务与支持”里。',
    en: 'The cancellation entry is usually under "My account" or "Service and support".',
  },
  {
    fact: 'F18',
    page: simOnline,
    zh: '按页面要求填写身份证件号码，并由本人在运营商页面上输入服务密码。',
    en: "Fill in the identity number, and type the service password yourself on the carrier's page.",
  },
  {
    fact: 'F19',
    page: simOnline,
    zh: '上传身份证件的照片或其他证明。',
    en: 'Upload photos of the identity document or other proof.',
  },
  {
    fact: 'F20',
    page: simOnline,
    zh: '再核对一遍，然后提交，记下运营商流水号。',
    en: 'Check everything once more, then submit, and note the reference that the carrier gives.',
  },
  {
    fact: 'F21',
    page: simOnline,
    zh: '提交后等待审核，一般 1 至 3 个工作日有结果。',
    en:
      'After submitting, wait for the review; the result usually comes within 1 to 3 working ' +
      'days.',
  },
  {
    fact: 'F22',
    page: esimStore,
    zh: '带上装有这个 eSIM 的手机或其他设备。',
    en: 'Take along the phone or other device that holds the eSIM.',
  },
  {
    fact: 'F23',
    page: esimStore,
    zh: '到离您最近的该运营商营业厅办理。',
    en: 'Go to the nearest store of this carrier.',
  },
  {
    fact: 'F24',
    page: esimStore,
    zh: '告诉工作人员要注销的是 eSIM，并递交材料。',
    en: 'Tell the staff that an eSIM is to be cancelled, and hand over your documents.',
  },
  {
    fact: 'F25',
    page: esimStore,
    zh: '设备如果有网络锁，先解锁再办理。',
    en: 'If the device is network-locked, have it unlocked first.',
  },
  {
    fact: 'F26',
    page: esimStore,
    zh: '由工作人员在运营商系统上注销 eSIM；先终止服务，再删除设备里的配置文件。',
    en:
      "Staff carry out the eSIM's cancellation on the carrier's system: the subscription ends " +
      'first, the profile is deleted after.',
  },
  {
    fact: 'F27',
    page: esimStore,
    zh: '办完后看一看设备：应当没有信号，然后删除 eSIM 配置文件。',
    en: 'Look at the device afterwards: it should have no service, then delete the profile.',
  },
  {
    fact: 'F28',
    page: esimOnline,
    zh: '部分运营商支持在网上注销 eSIM，步骤与实体卡网上办理相同，同样是 1 至 3 个工作日。',
    en:
      'Some carriers let you cancel an eSIM online, by the same steps as a card online and with ' +
      'the same 1 to 3 working days.',
  },
  {
    fact: 'F29',
    page: simStore,
    zh: '无论线上还是线下办理，都请保存好回执。',
    en: 'Whether you cancelled online or in a store, keep the receipt safe.',
  },
  {
    fact: 'F30',
    page: simStore,
    zh: '查一查账户余额，把它取出或转到别的号码。',
    en: 'Check what is left on the account, and withdraw it or move it elsewhere.',
  },
  {
    fact: 'F31',
    page: simStore,
    zh: '留意运营商的短信；它可能发到已经停用的号码上，所以请另留一个联系方式。',
    en:
      "Watch for the carrier's text message; it may go to the number that has just stopped, so " +
      'leave another contact.',
  },
  {
    fact: 'F32',
    page: simStore,
    zh: '把这张卡从手表、平板等其他绑定设备上移除。',
    en: 'Remove the card from other devices that it is bound to, such as a watch or a tablet.',
  },
]
