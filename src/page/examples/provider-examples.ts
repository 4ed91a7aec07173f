/** Set-ups as providers might write them, each in its own manner and showing one feature more. */
export interface ProviderExample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `upload` is the demo media server's address without a query. */
  readonly xml: (upload: string) => string;
}

export const providerExamples: readonly ProviderExample[] = [
  {
    id: 'query-only',
    title: 'All in the query',
    description: 'Texts travel in the URL, percent-encoded; the body holds the file and nothing else.',
    xml: (upload) => `<account>
  <title>Lakeside Telecom</title>
  <username>lake.210</username>
  <host>sip.lakeside.example</host>
  <genericMediaUploadUrl>${upload}?reply=xml&amp;user=%account[username]%&amp;to=%to%&amp;text=%description%&amp;bytes=%media_size%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>media=%media_content%</genericMediaUploadMultipartData>
</account>
`,
  },
  {
    id: 'put-localised',
    title: 'PUT with a localised title',
    description: 'By PUT, with more time for videos. The title follows the locale: choose one in pane 3.',
    xml: (upload) => `<?xml version="1.0" encoding="UTF-8"?>
<account>
  <title>
    <value lang="cs">Horský telefon</value>
    <value lang="de">Bergtelefon</value>
    <value>Mountain Phone</value>
  </title>
  <username>5550142</username>
  <genericMediaUploadUrl>${upload}?reply=json&amp;app=%account[title]%</genericMediaUploadUrl>
  <genericMediaUploadMethod>PUT</genericMediaUploadMethod>
  <genericMediaUploadTimeout>120</genericMediaUploadTimeout>
  <genericMediaUploadMultipartData>
    subscriber=%account[username]%&amp;
    recipient=%to%&amp;
    type=%content_type%&amp;
    file=%media_content%
  </genericMediaUploadMultipartData>
</account>
`,
  },
  {
    id: 'token-header',
    title: 'Headers with a token',
    description: 'The account’s own token goes out in a header, where no access log keeps it.',
    xml: (upload) => `<account>
  <title>Harbour Voice</title>
  <username>h-3381</username>
  <!-- A node of the provider's own: any name will do, and any template may use it. -->
  <mediaToken>Zk3v-41mQ-8rTx</mediaToken>
  <genericMediaUploadUrl>${upload}?reply=json</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;caption=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>
    Authorization: Bearer %account[mediaToken]%
    X-Subscriber: %account[username]%
    X-Media-Size: %media_size%
  </genericMediaUploadCustomHeaders>
</account>
`,
  },
  {
    id: 'sha1-http',
    title: 'SHA-1 over plain http',
    description: 'No TLS yet: a digest of name and password goes out instead of the password itself.',
    xml: (upload) => `<account>
\t<title>Old Mill Net</title>
\t<username>mill77</username>
\t<password>s3cret-mill</password>
\t<genericMediaUploadUrl>${upload}?reply=xml</genericMediaUploadUrl>
\t<genericMediaUploadMultipartData><![CDATA[user=%account[username]%&digest=%sha1(%account[username]%:%account[password]%)%&to=%to%&file=%media_content%]]></genericMediaUploadMultipartData>
</account>
`,
  },
  {
    id: 'rewriting',
    title: 'Number rewriting',
    description: 'The provider’s rules make an address out of the number; the trace stands under “to”.',
    xml: (upload) => `<account>
  <title>Valley Mobile</title>
  <username>valley-12</username>
  <rewriting>
    <rule>
      <conditions><condition type="startsWith" param="+"/></conditions>
      <actions><action type="replace" param="00"/><action type="continue"/></actions>
    </rule>
    <rule>
      <conditions><condition type="numeric"/><condition type="lengthEquals" param="9"/></conditions>
      <actions><action type="prepend" param="00420"/><action type="continue"/></actions>
    </rule>
    <rule>
      <conditions><condition type="startsWith" param="00"/></conditions>
      <actions><action type="append" param="@mms.valley.example"/></actions>
    </rule>
  </rewriting>
  <genericMediaUploadUrl>${upload}?reply=xml&amp;to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;to=%to%&amp;text=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`,
  },
];
