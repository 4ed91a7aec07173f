/**
 * Secrets planted where people write them: none of these values may stand in a link, a file without secrets,
 * a masked history, an export with variables, a ticket, a title or a log.
 */

export interface PlantedSecret {
  readonly title: string;
  /** The document with `value` in it, which holds no character that XML or a URL would change. */
  plant(value: string): string;
  /** Where it has a form of its own. */
  readonly value?: string;
}

/** As people make them up; no part of the documents around it. */
export const plantedValue = 'Tr0ub4dor-n3ver-t0-be-seen';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const account = (nodes: string) => `<account>\n  <username>joe</username>\n  ${nodes}\n</account>\n`;
const uploadTo = (url: string, more = '') =>
  account(`<genericMediaUploadUrl>${escaped(url)}</genericMediaUploadUrl>\n  ${more}`);
const working = 'https://media.example/up?to=%to%';
const data = (text: string) =>
  uploadTo(working, `<genericMediaUploadMultipartData>${escaped(text)}</genericMediaUploadMultipartData>`);
const headers = (text: string) =>
  uploadTo(working, `<genericMediaUploadCustomHeaders>${escaped(text)}</genericMediaUploadCustomHeaders>`);

export const plantedSecrets: readonly PlantedSecret[] = [
  { title: 'the password', plant: (it) => account(`<password>${it}</password>`) },
  { title: 'the password in CDATA', plant: (it) => account(`<password><![CDATA[${it}]]></password>`) },
  {
    title: 'a localised password',
    plant: (it) => account(`<password><value lang="cs">${it}</value><value>%x%</value></password>`),
  },
  {
    title: 'the password of another account',
    plant: (it) => `<accounts>${account('')}${account(`<cloud_password>${it}</cloud_password>`)}</accounts>`,
  },
  {
    title: 'a password that is not in effect',
    plant: (it) => account(`<password>${it}</password><password>{password}</password>`),
  },
  {
    title: 'the password for Digest',
    plant: (it) =>
      uploadTo(
        working,
        `<genericMediaUploadAuthUsername>%account[username]%</genericMediaUploadAuthUsername><genericMediaUploadAuthPassword>${it}</genericMediaUploadAuthPassword>`,
      ),
  },
  {
    title: 'the user name for Digest',
    plant: (it) =>
      uploadTo(working, `<genericMediaUploadAuthUsername>${it}</genericMediaUploadAuthUsername>`),
  },
  { title: 'user info', plant: (it) => uploadTo(`https://joe:${it}@media.example/up`) },
  { title: 'a user name that is a key', plant: (it) => uploadTo(`https://${it}@media.example/up`) },
  { title: 'a query parameter', plant: (it) => uploadTo(`https://media.example/up?to=%to%&api_key=${it}`) },
  { title: 'a signature in the query', plant: (it) => uploadTo(`https://media.example/up?sig=${it}&a=b#c`) },
  { title: 'a Bearer token', plant: (it) => headers(`X-A: b\nAuthorization: Bearer ${it}\nX-B: c`) },
  { title: 'Basic credentials', plant: (it) => headers(`X-A: b\\nAuthorization: Basic ${it}==\\nX-B: c`) },
  {
    title: 'Digest credentials',
    plant: (it) => headers(`authorization: Digest username="joe", response="${it}"`),
  },
  { title: 'a key in a header', plant: (it) => headers(`x-api-key:${it}`) },
  { title: 'a cookie', plant: (it) => headers(`Cookie: lang=en; PHPSESSID=${it}`) },
  { title: 'a part', plant: (it) => data(`file=%media_content%&token=${it}&to=%to%`) },
  {
    title: 'a part whose name is percent-encoded',
    plant: (it) => data(`file=%media_content%&\n api%5Fkey = ${it}&\n to=%to%`),
  },
  { title: 'a part beside a parameter', plant: (it) => data(`file=%media_content%&secret=%to%:${it}`) },
  {
    title: 'a salt of a hash',
    plant: (it) => data(`file=%media_content%&hash=%sha1(${it}%account[username]%)%`),
  },
  { title: 'JSON in a part', plant: (it) => data(`file=%media_content%&meta={"pin": "${it}", "a": 1}`) },
  { title: 'an attribute', plant: (it) => account(`<server name="x" authToken="${it}"/>`) },
  { title: 'a labelled value', plant: (it) => account(`<param name="password" value="${it}"/>`) },
  { title: 'a labelled node', plant: (it) => account(`<item key="client-secret">${it}</item>`) },
  { title: 'a comment', plant: (it) => account(`<!-- <password>${it}</password> was the old one -->`) },
  { title: 'a note in a comment', plant: (it) => account(`<!-- password: ${it} -->`) },
  {
    title: 'another service',
    plant: (it) =>
      account(`<genericSmsSendUrl>https://sms.example/?user=joe&amp;password=${it}</genericSmsSendUrl>`),
  },
  {
    title: 'post data of another service',
    plant: (it) =>
      account(`<genericSmsPostData><![CDATA[{"user":"joe","password":"${it}"}]]></genericSmsPostData>`),
  },
  { title: 'half-typed XML', plant: (it) => `<account><username>joe</username><password>${it}` },
  { title: 'a half-typed end tag', plant: (it) => `<account><secret>${it}</secr` },
  {
    title: 'a template without its end tag',
    plant: (it) =>
      `<account><genericMediaUploadCustomHeaders>Authorization: Bearer ${it}\n<username>joe</username>`,
  },
  { title: 'text that is no XML', plant: (it) => `Authorization: Bearer ${it}` },
  {
    title: 'a token in the path',
    plant: (it) => uploadTo(`https://media.example/hook/${it}/up`),
    value: 'k3Jx9QmZ7vB2tLw8RpY4sNcD',
  },
  {
    title: 'a JSON Web Token anywhere',
    plant: (it) => headers(`X-Client: ${it}`),
    value: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2UifQ.c2lnbmF0dXJlLW9mLWl0',
  },
  {
    title: 'a document type declaration',
    plant: (it) => `<!DOCTYPE account [<!ENTITY pw "${it}">]>${account('')}`,
  },
];
