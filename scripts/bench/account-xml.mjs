/** The documents that are measured: realistic keys of the service, then nodes of the provider's own. */
const head = `<?xml version="1.0" encoding="UTF-8"?>
<account>
  <title>Riverside Telecom</title>
  <username>4201</username>
  <password>k7!Qz&amp;v"2</password>
  <host>sip.riverside.example</host>
  <genericMediaUploadUrl>https://media.riverside.example/v1/upload?from=%account[username]%&amp;to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>
    from=%account[username]%&amp;
    key=%sha1(%account[username]%:%account[password]%)%&amp;
    text=CURSOR%description%&amp;
    file=%media_content%
  </genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>
    X-Media-Size: %media_size%
    X-Media-Type: %content_type%
  </genericMediaUploadCustomHeaders>
`;

/** An Account XML of `size` bytes: the keys of the service, then nodes of the provider's own. */
export function accountXml(/** @type {number} */ size) {
  const tail = '</account>\n';
  const nodes = [];
  let length = head.length + tail.length;
  for (let index = 0; ; index += 1) {
    const node = `  <node${index} note="n${index}">value ${index} &amp; more of it</node${index}><!-- ${index} -->\n`;
    if (length + node.length > size) break;
    nodes.push(node);
    length += node.length;
  }
  return `${head}${nodes.join('')}${tail}`.replace('</account>', `${' '.repeat(size - length)}</account>`);
}
