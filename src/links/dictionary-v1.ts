/**
 * What sessions are likely to hold, for deflate to refer to: a link of version 1 can be read with these very
 * bytes alone. Never change one of them; a better dictionary is another version. A test holds its hash.
 */

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

const otherNodes = [
  '<accounts><account id="sip">',
  '<rewriting><rule><conditions><condition type="startsWith" param="00"/></conditions>',
  '<actions><action type="replace" param="+"/><action type="continue"/></actions></rule></rewriting>',
  'doesntStartWith equals contains lengthEquals shorterThan longerThan numeric prepend append',
  '<value lang="en"></value><value lang="cs"></value><value lang="de">',
  '<genericMediaRefSendUrl>https://</genericMediaRefSendUrl>',
  '<genericSmsSendUrl>https://</genericSmsSendUrl><genericSmsPostData></genericSmsPostData>',
  '<genericSmsFetchUrl>https://</genericSmsFetchUrl><genericSmsFetchPostData>',
  '<genericBalanceCheckUrl>https://</genericBalanceCheckUrl><genericBalanceCheckParse>',
  '<genericRateCheckUrl>https://</genericRateCheckUrl><genericRateCheckPostData>',
  '<pushTokenReporterUrl>https://</pushTokenReporterUrl><pushTokenReporterPostData>token=%pushToken%&amp;appid=%pushappid%&amp;selector=%selector%',
  '<extProvUrl>https://</extProvUrl><extProvInterval>86400</extProvInterval>',
  '<codecOrder>0,8,9,3,102</codecOrder><codecOrder3G>102,3,9,0,8</codecOrder3G><codecPriority>opus,g722,g711u,g711a,g729',
  '<videoCodecOrder></videoCodecOrder><allowVideo>1</allowVideo><allowMessage>1</allowMessage>',
  '<voiceMailNumber>*97</voiceMailNumber><displayName></displayName><displayNumber>',
  '<acrobitsDisplayName></acrobitsDisplayName><userDisplayName></userDisplayName>',
  '<natTraversal>ice</natTraversal><STUN>stun.</STUN><sdesIncoming>enabled</sdesIncoming><sdesOutgoing>enabled</sdesOutgoing>',
  '<pushEnabled>1</pushEnabled><authUsername></authUsername><expires>3600</expires><networkId>',
  '<proxy></proxy><icm>push</icm><transport>udp</transport>tls+sip:tcp',
];

const settings = [
  '"unknown-parameter":"empty","http-password":"send","sms-to":"unknown","url-encoding":"form","none",',
  '"multipart-literals":"verbatim","part-names":"quoted","file-part-blank-line":"literal",',
  '"success-without-media-url":"message","basic-auth":"never","rewriting-order":"type"',
  '"installid":"appid":"imei":"build":"version":"platform":"platformversion":"device":"',
  '"account":2,"locale":"cs","example":"clip","example":"large","name":"IMG_","type":"image/jpeg","video/mp4"',
  '{"assumptions":{"parameters":{"account[username]":"","description":"Hello","to":"+420777123456","sip:',
];

const values = [
  'application/octet-stream filename content_type=%content_type%&amp;type=%content_type%&amp;size=%media_size%&amp;',
  'locale=%locale%&amp;installid=%installid%&amp;appid=%appid%&amp;device=%device%&amp;platform=%platform%',
  'sender=subscriber=recipient=caption=text=message=media=bytes=photo=image=upload=name=user=username=api_key=API_KEY token=TOKEN',
  'X-Description: %description%\nX-From: %account[username]%\nX-To: %to%\nAccept: application/json\nUser-Agent: CloudSoftphone/1.5.6',
  'X-Api-Key: X-Auth-Token: AUTHORIZATION Authorization: Bearer %account[token]%\nAuthorization: Basic ',
  'digest=%sha1(%account[username]%:%account[password]%)%&amp;hash=%sha1(%account[password]%)%',
  'http://127.0.0.1:4173/demo/upload?reply=json&amp;status=402&amp;http://localhost:8080/',
  'https://sip.example.com/upload.php?api/v1/media/upload_media?user=%account[username]%&amp;to=%to%&amp;text=%description%',
  'X-Media-Size:875000\nX-Description:Hello World!&amp;media_size=456000&amp;to=%sms_to%&amp;',
];

const account = [
  '<account>\n  <title></title>\n  <username>1001</username>\n  <password>12345678</password>\n  <host>sip.example.com</host>\n',
  '    <cloud_username></cloud_username>\n    <cloud_password>CLOUD_PASSWORD</cloud_password>\n',
  '  <genericMediaUploadAuthUsername>%account[username]%</genericMediaUploadAuthUsername>\n',
  '  <genericMediaUploadAuthPassword>%account[password]%</genericMediaUploadAuthPassword>\n',
  '  <genericMediaUploadTimeout>60</genericMediaUploadTimeout>\n',
  '<account><title></title><username>johndow</username><password>PASSWORD</password><host>',
  '  <!-- The demo media server of this playground answers. Put your own URL here. -->\n',
  '  <genericMediaUploadMultipartData><![CDATA[from=%account[username]%&to=%to%&description=%description%&file=%media_content%]]></genericMediaUploadMultipartData>\n',
  '<account>\n  <username>johndow</username>\n  <password>PASSWORD</password>\n  <host>sip.example.com</host>\n',
  '  <genericMediaUploadUrl>https://example.com/upload?reply=xml&amp;from=%account[username]%&amp;password=%account[password]%&amp;to=%to%&amp;size=%media_size%</genericMediaUploadUrl>\n',
  '  <genericMediaUploadMethod>PUT</genericMediaUploadMethod>\n',
  '  <genericMediaUploadMethod>POST</genericMediaUploadMethod>\n',
  '  <genericMediaUploadMultipartData>\n    from=%account[username]%&amp;\n    password=%account[password]%&amp;\n    to=%to%&amp;\n    description=%description%&amp;\n    file=%media_content%\n  </genericMediaUploadMultipartData>\n',
  '  <genericMediaUploadMultipartData>from=%account[username]%&amp;to=%to%&amp;description=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>\n',
  '  <genericMediaUploadCustomHeaders>\n    X-Media-Size: %media_size%\n  </genericMediaUploadCustomHeaders>\n</account>\n',
  '{"parameters":{"to":"+420777123456","description":"Sunset over the lake"}}',
];

export const dictionaryV1: Uint8Array = new TextEncoder().encode(
  [head, ...otherNodes, ...settings, ...values, ...account].join(''),
);
