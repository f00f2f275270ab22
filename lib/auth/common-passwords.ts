/**
 * Words that lists of stolen passwords lead with, lower case, without the digits and marks people put around them.
 * password.ts strips those before it looks here, so only the cores of long favourites are listed.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd motdepasse contrasena administrator administrateur admin root
  letmein letmeinplease welcome welcomehome changeme changemenow changeit secret topsecret mysecret trustno
  qwerty qwertyuiop qwertyuiopasdf qwertyasdfgh qwertyasdfzxcv asdfghjkl asdfghjklqwe zxcvbnm zxcvbnmasdfg
  qazwsx qazwsxedc qazwsxedcrfv qweasdzxc qweasd iloveyou iloveyouforever iloveyousomuch woaini woainia
  sunshine princess dragon monkey football baseball basketball superman batman master shadow michael jordan
  starwars pokemon computer internet whatever freedom michelle charlie jennifer hunter killer soccer liverpool
  chelsea arsenal chocolate butterfly flower samsung google facebook twitter linkedin microsoft windows apple
  abcdefg abcdefgh abcdefghijkl abcabcabc testtest test tester testing testpassword temppassword defaultpassword
  mypassword thepassword newpassword passwordpassword userpassword adminadmin adminpassword rootpassword
  guest guestguest demo demodemo sample example user username login loginlogin access default
  correcthorsebatterystaple correct horse battery staple duizhao duizhaoduizhao translator translation
  wodemima mima zhongguo beijing shanghai woshishui nihao nihaonihao wangyang taobao tencent weixin
  密码 我爱你 我的密码 对照 管理员`.split(/\s+/),
)
